(() => {
const page = document, all = s => [...page.querySelectorAll(s)], $ = id => page.getElementById(id);
const chips = all('a.c'), card = $('card'), pos = $('pos'), pane = $('source');
const narrow = () => innerWidth < 901, target = a => $(a.hash.slice(1));
let at = -1, timer;
function light(chip) {
	all('.on').forEach(e => e.classList.remove('on'));
	at = chips.indexOf(chip);
	const claim = chip.closest('.k'), line = target(chip);
	[chip, claim, line].forEach(e => e?.classList.add('on'));
	if (line) mark(line, claim);
	pos.textContent = pos.dataset.of.replace('{i}', at + 1).replace('{n}', chips.length);
	return line;
}
function mark(box, claim) {
	box.querySelectorAll('mark').forEach(m => m.classList.toggle('on', ` ${m.dataset.k} `.includes(` ${claim.id} `)));
}
function show(chip) {
	hide();
	const line = target(chip), [head, body, link] = card.children, {style} = card;
	if (!line) return;
	head.textContent = chip.ariaLabel + ' · ' + chip.dataset.q;
	body.replaceChildren(...line.lastElementChild.cloneNode(true).childNodes);
	mark(body, chip.closest('.k'));
	link.hash = chip.hash;
	chip.setAttribute('aria-describedby', 'card');
	card.hidden = false;
	if (narrow()) return card.removeAttribute('style');
	const r = chip.getBoundingClientRect(), h = card.offsetHeight;
	style.left = Math.max(12, Math.min(r.left - 30, innerWidth - card.offsetWidth - 28)) + 'px';
	style.top = scrollY + (r.bottom + h + 14 < innerHeight || r.top < h + 60 ? r.bottom + 8 : r.top - h - 8) + 'px';
}
function hide() {
	clearTimeout(timer);
	card.hidden = true;
	all('[aria-describedby]').forEach(a => a.removeAttribute('aria-describedby'));
}
// A phone has no hover: a tap opens the card, the next closes it.
function later(act, wait) { if (!narrow()) { clearTimeout(timer); timer = setTimeout(act, wait); } }
function go(i, jump) {
	const chip = chips[(i + chips.length) % chips.length], line = light(chip);
	hide();
	if (jump) chip.scrollIntoView({block: 'center'});
	if (narrow()) show(chip);
	else if (line) pane.scrollTop = line.offsetTop - pane.clientHeight / 3;
}
function arrive() {
	const e = target(location);
	if (chips.includes(e)) light(e);
	else if (e?.closest('li')) e.classList.add('on');
}
const close = () => later(hide, 300), next = () => go(at + 1, 1), back = () => go(Math.max(at, 0) - 1, 1);
chips.forEach((chip, i) => {
	chip.onmouseenter = chip.onfocus = () => later(() => show(chip), 150);
	chip.onmouseleave = chip.onblur = close;
	chip.onclick = e => { e.preventDefault(); go(i); };
});
card.onmouseenter = () => clearTimeout(timer);
card.onmouseleave = close;
onclick = e => e.target.closest('.c,.step,#card :not(a)') || hide();
onkeydown = e => {
	// The key's place, not its letter: J is О on a Russian keyboard.
	const act = {KeyJ: next, KeyK: back, Escape: hide}[e.code];
	if (act && chips[0] && !e.ctrlKey && !e.metaKey && !e.altKey) act();
};
$('nx').onclick = next;
$('pv').onclick = back;
$('pv').parentNode.hidden = !chips[0];
onhashchange = arrive;
page.documentElement.className = 'js';
arrive();
})();
