"""English words that deny, hedge, set conditions or speak of plans; the notation is that of `cues_ru`."""

CUES: dict[str, dict[str, str]] = {
    "negation": {
        "double": r"""not (?:only|just|merely|simply|least|necessarily)|n['’]t (?:only|just|merely|simply)
            |no (?:less|more|fewer|later|sooner|earlier|doubt|matter|wonder)|without doubt|nothing but
            |(?:not|cannot|can['’]t|can not) (?:be )?(?:ruled out|excluded)|\w+n['’]t (?:be )?ruled out
            |(?:not|cannot|\w+n['’]t) (?:rul(?:e|ed|ing) out|exclud(?:e|ed|ing))
            |(?:is|are|was|were|be) not (?:all|everything|the only thing)(?= (?:that )?(?:\w+ ){1,3}(?:is|are|can
            |could|has|have|does|do|will|needs?|wants?)(?!\w))
            |not un\w+""",
        "negation": r"""not|no|never|cannot|without|neither|nor|none|nobody|nothing|nowhere|\w+n['’]t|unable to
            |unwilling to|reluctant to|loath to|fail(?:s|ed|ing)? to
            |refus(?:e|es|ed|ing) to|declin(?:e|es|ed|ing) to|absence of|lack(?:s|ed|ing)?
            |(?:is|are|was|were|be|been|runs?|ran|running|remains?) short of|(?:has|have|had|is|are) yet to
            |stay(?:s|ed|ing)? (?:out|away)|opt(?:s|ed|ing)? out""",
    },
    # Words that turn a clause round without a word of denial: «ставка останется прежней».
    "implied": {
        "implied": """yet to|avoid*|shun*|bypass*|ignor*|evad*|steer* clear|stay* (?:away|clear)|snub*
            |sh(?:y|ies|ied) away|refrain*|refus*|reject*|den(?:y|ies|ied)|ban(?:s|ned)?|unchanged|instead of
            |rather than|stop(?:s|ped)? short|free of|prevent*|block*|far from|too early|los(?:e|es|ing|t)|depriv*
            |oppos*|remain*|stay(?:s|ed|ing)?|divided|split|at odds|disagree*|differ(?:s|ed)?|waiv*|scrap*|abolish*
            |exempt*|(?:left|leaves?|leaving) (?:out|aside|behind|uncovered)|outside|exclud*|impossible|absent|still to
            |keep*|kept|await*|pending|lack*|short of|shortage*|missing|outstanding|unanswered"""
    },
    # How else a condition may be put: by a preposition, an inversion, a time.
    "setting": {
        "setting": """should|were|with|without|only|when|once|until|after|otherwise|conditions?|depend*|provided|given
            |but for|failing|barring|absent"""
    },
    # What comes only after something else: "not until it is approved" is "once it is approved".
    "until": {"until": "until|till|unless|before"},
    # Three years are waited out before what is not allowed for three years.
    "waits": {"waits": r"wait*(?: [\w-]+){0,6} (?:before|until)"},
    "once": {"once": "once|after|when|upon|only|following|as soon as|on (?:the )?approval"},
    # Not done so far, which is no refusal.
    "pending": {
        "pending": r"not yet|\w+n['’]t yet|yet to|(?:not|\w+n['’]t) (?:\w+ ){1,4}yet|still (?:not|await*)|so far"
    },
    # No other is more: the one is the most.
    "peak": {"peak": r"most|best|unmatched|unrivalled|unprecedented|\w{3,}est"},
    "compared": {
        "compared": r"""(?<!less\s)(?:more|better|(?:great|larg|bigg|strong|high|long|wid|fast|old|new|cheap|rich|deep
            |clos|saf|small|low|busi|earli|heavi)er)|match*|rival*|equal*|compar*|surpass*"""
    },
    # A bill before parliament is not passed, what takes effect on a day is not in force.
    "submitted": {
        "submitted": """submit*|tabled|introduced to|put (?:to|before)|sent to|before (?:parliament|the)|draft*|bill
            |under (?:review|consideration)|consider*|await*|pending"""
    },
    # «Бұрын ешқашан алмаған» is «тұңғыш рет алып отыр».
    "never": {
        "never": r"""never|not (?:previously|before)|no one (?:has )?(?:yet|ever)|(?:has|have|had) not"""
    },
    "at_first": {"at_first": r"""first|for the first time|unprecedented"""},
    # Who has not answered has neither agreed nor refused.
    "unanswered": {
        "unanswered": r"""(?:not|never|yet to|n['’]t) (?:yet )?(?:answer|answered|repl(?:y|ied)|respond
            |responded)|(?:no|without an?) (?:official |formal )?(?:answer|reply|response)|unanswered|silent
            |silence"""
    },
    "verdict": {
        "verdict": r"""agreed|accepted|approved|endorsed|adopted|refused|rejected|declined|turned down"""
    },
    "this_year": {"this_year": r"""this year*|(?:by|before|until|at) the end of the year|year-end"""},
    "next_year": {"next_year": r"""next year*"""},
    "last_year": {"last_year": r"""last year*"""},
    "superfluous": {"superfluous": r"""unnecessary|superfluous|redundant|needless|not needed"""},
    "needed": {"needed": r"""(?<!not\s)(?:necessary|needed|essential)"""},
    # What is so by now, told of what is not yet.
    "settled": {
        "settled": "approv(?:ed|es)|adopt(?:ed|s)|passed|ratif(?:ied|ies)|signed|endorsed|enacted|cleared"
    },
    "due": {
        "due": r"""(?:takes?|taking|take) effect|(?:comes?|enters?|come|enter) into force|expires?|lapses?|runs? out
            |falls? due|not (?:yet )?(?:entered|come) into force|not (?:yet )?(?:taken effect|in force)"""
    },
    "past_due": {
        "past_due": r"""took effect|(?<!not\s)(?<!yet\s)(?:came|entered) into force
            |(?:has|have) (?:taken effect|come into force)
            |expired|lapsed|ran out|(?:is|are) (?:now |already )?in force"""
    },
    "parting": {
        "parting": "giv* up|hand* over|cede*|ceding|los(?:e|es|t|ing)|part* with|chang*|clos*|leav*|left|surrender*"
    },
    "kept": {"kept": "remain*|stay*|keep*|kept|retain*|unchanged|hold* on to"},
    "ever": {"ever": "before|never|ever|until now|so far|previously|hitherto"},
    "first": {"first": "first"},
    "lack": {"lack": "lack*|shortage*|short(?= of)|too few|not enough|insufficient"},
    "enough": {"enough": "(?<!not\\s)enough|(?<!not\\s)sufficient*|plenty|ample|surplus"},
    "doubt": {
        "doubt": r"""(?<!no\s)(?<!not\s)(?<!n't\s)doubt*|sceptical*|skeptical*|unconvinced|unpersuaded
            |(?:not|far from|less than|hardly) (?:\w+ )?(?:convinced|certain|sure|persuaded|confident)"""
    },
    "no_doubt": {
        "no_doubt": r"""no doubt*|not doubt*|\w+n['’]t doubt|without (?:a )?doubt|is sure|express(?:es|ed)? confidence
            |(?<!not\s)(?<!from\s)(?<!than\s)(?<!hardly\s)(?:convinced|confident|(?:certain|sure) (?:that|of))"""
    },
    # Whoever denies a thing does not admit it.
    "denied": {"denied": r"(?<!not\s)(?<!n't\s)(?<!n’t\s)(?<!nor\s)den(?:y|ies|ied|ying)"},
    "avowed": {
        "avowed": r"""(?<!not\s)(?<!n't\s)(?<!n’t\s)(?<!to\s)(?:admit(?:s|ted|ting)?
            |acknowledg(?:es|ed|ing)|conced(?:es|ed|ing)|confirm(?:s|ed|ing)?)"""
    },
    # What holds only so far, and what holds for good.
    "so_far": {"so_far": "so far|for now|as yet|to date|for the time being|until now|for the moment"},
    "final": {
        "final": r"""(?<!not\s)(?<!yet\s)(?<!far\sfrom\s)settled(?! in)|for good|once and for all|permanent(?:ly)?
            |definitive*|beyond (?:all )?(?:doubt|dispute)
            |for ever|forever|irreversibl*"""
    },
    # A test is passed or failed.
    "passed": {
        "passed": r"""(?<!not\s)(?<!yet\sto\s)(?<!failed\sto\s)(?:pass(?:ed|es|ing)?|cleared|withstood|came through
            |stood)
            (?: (?:the|an?|its|their|all|every|this|that|his|her|both))?(?: [\w-]+){0,2}
            \s(?:inspection|test|check|exam|examination|audit|trial|review|scrutiny|screening)s?"""
    },
    "failed": {
        "failed": r"""fail(?:ed|s|ing)?(?: (?:the|an?|its|their|all|every|this|that|his|her|both))?(?: [\w-]+){0,2}
            \s(?:inspection|test|check|exam|examination|audit|trial|review|scrutiny|screening)s?|flunked
            |was rejected (?:at|by) inspection"""
    },
    "already": {"already": r"already|(?:has|have) (?:now|since)|long since|by now"},
    "rest": {"rest": "(?:the|its|their) (?:rest|remainder)|the others"},
    "delays": {
        "delays": r"""hold(?:s|ing)? (?:back|up)|held (?:back|up)|put(?:s|ting)? off|delay*|postpon*|defer(?:s|red
            |ring)?|drag(?:s|ged|ging)? (?:its|their|his|her) feet|stall(?:s|ed|ing)?|slow(?:s|ed|ing)? down"""
    },
    "speeds": {
        "speeds": r"""(?:speed(?:s|ing)? up|sped up)|accelerat*|hasten(?:s|ed|ing)?|fast-track*|expedit(?:es|ed
            |ing)|bring(?:s|ing)? forward|brought forward"""
    },
    "gratis": {
        "gratis": r"""free of charge|for free|gratis|for nothing|without (?:charge|payment|a fee|paying)|at no cost
            |in free|free (?=until|of|for|till)|for no charge"""
    },
    "for_money": {
        "for_money": r"""(?<!without\s)(?<!not\s)(?<!no\s)(?<!need\s)(?:sell(?:s|ing)?|sold|pay(?:s|ing)?|paid)
            |for a fee|at a price|charg(?:es|ed|ing)|for money|paid-for"""
    },
    "secret_on": {
        "secret_on": r"""classif(?:y|ies|ied|ying)|(?:impos|introduc)(?:es|ed|ing) secrecy|ma(?:de|kes
            |king) (?:\w+ ){1,3}secret|seal(?:s|ed|ing)? (?:off )?(?:the )?(?:files|records|archives)"""
    },
    "secret_off": {
        "secret_off": r"""lift(?:s|ed|ing)? (?:the )?(?:secrecy|seal)|declassif(?:y|ies|ied|ying)|unseal(?:s|ed
            |ing)?|open(?:s|ed|ing)? (?:up )?(?:the|its|their) (?:files|archives?|records)"""
    },
    "nearly": {
        "nearly": r"""(?:nearly|almost|all but|just about)(?= (?:\w+ed|went|became|lost|fell|sold|shut|gave|sank
            |left|broke|drowned|won|put)(?!\w))|c(?:a|o)me (?:\w+ )?close to|(?:was|were) (?:on the (?:verge
            |brink) of|about to|close to)|on the (?:verge|brink) of|narrowly|close to being"""
    },
    "most": {
        "most": r"""(?:nearly|almost|virtually|practically) (?:all|every|everyone|everybody)|most(?= (?:of|\w+s))
            |the (?:bulk|majority) of|a majority of"""
    },
    "all": {
        "all": r"""(?<!not\s)(?<!nearly\s)(?<!almost\s)(?<!virtually\s)(?<!practically\s)
            (?<!at\s)(?<!above\s)(?<!in\s)(?:all(?= (?:of|the|its|their|his|her|\w+s|\d))
            |every(?= \w)|everyone|everybody|each of|the whole of)"""
    },
    "part": {"part": r"only (?:\d+|a (?:part|few|third|quarter|half)|some|half|part)|not all|just \d+"},
    "whole": {"whole": r"(?<!not\s)(?<!at\s)all(?! but)|every|entirely|in full"},
    "premature": {"premature": "too (?:early|soon)|premature*|not (?:yet )?time"},
    "timely": {
        "timely": r"""high time|time (?:has come|is ripe)|(?:can|may) already|already (?:can|possible|be)
            |about time|overdue|long due|not before time"""
    },
    "assured": {
        "assured": r"""(?<!not\s)(?:certainly|definitely|undoubtedly|surely|inevitabl*|for (?:certain|sure)
            |without fail|guaranteed to|bound to)"""
    },
    "forecast": {"forecast": "forecast*|projection*"},
    "otherwise": {"otherwise": "otherwise|or else"},
    "claim": {"claim": "claim*|assert*|promis*|guarantee*|vow*|insist*"},
    # "I do not claim that it will work" claims nothing.
    "disclaimer": {
        "disclaimer": r"""(?:not|cannot|never|\w+n['’]t) (?:claim|say|assert|promise|guarantee|maintain|argue|swear)
            |(?:not|n['’]t) (?:claiming|saying|promising|asserting)|no (?:promise|guarantee)s?"""
    },
    "hedge": {
        "double": r"(?:no|nobody|none|neither)(?: \w+){0,5} may(?! (?:well|yet|still|not)\b)",  # forbids
        "unlikely": "unlikely|improbable|doubtful|hardly|scarcely",
        "possible": r"""(?-i:may)(?! \d)|might|could|possibly|possible|perhaps|maybe|potential|potentially|conceivably
            |(?:not|cannot|can['’]t|can not) (?:be )?(?:ruled out|excluded)
            |(?:not|cannot|\w+n['’]t) (?:rul(?:e|ed|ing) out|exclud(?:e|ed|ing))
            |risks?(?= \w+ing)|(?:is|are) at risk of""",
        "likely": """likely|probably|presumably|apparently|seem|seems|seemed|seemingly|appear(?:s|ed)?(?= (?:to|that))
            |in all likelihood""",
        "alleged": "allegedly|alleged|reportedly|supposedly|purported|purportedly|rumou?red|unconfirmed|preliminary",
    },
    "hope": {
        "hoped": r"(?<!not\s)(?:hope[sd]?|hoping|dreams? of|counts? on)(?= (?:to|\w+ing))",
        "awaited": "await*|expect*|hop(?:e|es|ed|ing)|looks? forward|count(?:s|ed|ing)? on|aspir*",
    },
    "softener": {
        "softener": r"""can|chance|chances|opportunit*|possibilit*|prospects?|risk|risks|potential*|would|should
            |expect*
            |hop(?:e|es|ed|ing)|suggest*|scenario*|allow*|enabl*|lets?|letting|permit*
            |entitl*|(?:the )?right to|free to|licen[sc]ed to|doubt*|able|whether|not (?:certain|clear|sure)
            |unclear|uncertain|conceivabl*|possibl*|in doubt|open question"""
    },
    "condition": {
        "concession": "even if|whether or not",
        "condition": r"""if|unless|provided that|on condition|in case|as long as|subject to|depending on
            |contingent on|(?<![a-z]\s)(?<![a-z],\s)should(?=\s[^.?!]{0,200},[^.?!]{0,200}(?:[.;]|$))
            |(?<=,\s)should(?=\s(?:the|an?|it|they|he|she|any)\s)
            |(?<![a-z]\s)(?<![a-z],\s)(?:were|had)(?=\s[^.?!]{0,200},[^.?!]{0,200}\s(?:would|could|might)\s)""",
    },
    # "No sample leaves without a permit" ties the one to the other.
    "tied": {"tied": "ti(?:e|es|ed|ing)|only|conditional*|bind*|bound|oblig*|mandator*|compulsor*"},
    "need": {"need": "need*|requir*|must|depend*|necessary|condition*|essential"},
    "change": {
        "rise": r"""rises?|rose|risen|rising|gr(?:ow|ows|ew|own|owing|owth)|increas*|climb*|jump*|surg*|soar*
            |rais(?:e|es|ed|ing)|gain(?:s|ed)?|accelerat*|expand*
            |add(?:s|ed|ing)?|up(?= (?:by )?(?:\d|\w+ per ?cent))""",
        "fall": r"""falls?|fell|fallen|falling|declin*|decreas*|drop(?:s|ped|ping)?|reduc*
            |shr(?:ink|inks|ank|unk|inking)|cut|cuts|cutting|lower(?:ed|s|ing)
            |plung*|slow(?:s|ed|ing)?|slump*|slid|down(?= (?:by )?(?:\d|\w+ per ?cent))""",
        "more": "more|higher|above|greater|larger|up|faster|dearer",
        "less": r"less|fewer|lower|below|smaller|(?<!slow\s)down|off|slower|cheaper",
    },
    # Circumstances that change what is said, of the same kinds in all three languages; "alike" is what of a
    # source may be told so.
    "detail": {
        "free": "free of charge|for free|gratis",
        "early": "ahead of (?:schedule|time)",
        "unanimous": "unanimous*",
        "secret": "secretly|covert*|behind closed doors|clandestine*",
        "first": "for the first time",
        "temporary": "temporarily",
        "armed": "armed",
        "request": r"at (?:\w+['’]s?|the) (?:request|invitation|insistence)",
        "presence": "in the presence",
        "voluntary": "voluntarily",
        "forced": "forcibly",
        "yearly": "once a year|annually|every year|each year",
        "monthly": "monthly|every month|each month",
        "live": "live on (?:air|television)|broadcast live",
        "personal": "personally|in person",
    },
    "alike": {
        "free": "free of charge|for free|free|gratis|freely|no charge|without (?:charge|payment)|for nothing",
        "early": "ahead of schedule|early|earlier|ahead of time",
        "unanimous": "unanimous*",
        "secret": "secret*|covert*|behind closed doors|closed-door|clandestine*|tacit*",
        "first": "for the first time|first",
        "temporary": "temporar*|interim|provisional*",
        "armed": "armed|weapon*|arms|gun*",
        "request": r"at \w+(?:['’]s)? (?:request|invitation|insistence)|at the (?:request|invitation|insistence)",
        "presence": "in the presence|witness*",
        "voluntary": "volunt*",
        "forced": "forcibl*|forced|compulsor*",
        "yearly": "annual*|yearly|every year|each year|a year",
        "monthly": "monthly|every month|each month|a month",
        "live": "on air|televised|live on (?:air|television)|broadcast live",
        "personal": "personally|in person|himself|herself",
    },
    # What narrows a claim or sets its time: cut from a quotation, it leaves more than was said.
    "limit": {
        "limit": r"""(?<!not\s)only|merely|until|till|so long as|as long as|except|at best|for now|provided
            |no further than"""
    },
    # What works or is open already is no plan any more.
    "standing": {
        "standing": r"""in (?:place|operation|service|use)|operational|up and running|at work
            |(?:now|already|currently) (?:stand|run|work|operate|serve|host|employ|use|produce|offer|report
            |answer|have|carry)
            |(?:now|already|currently) [a-z]{3,}(?<!s)s"""
    },
    "plan": {
        "planned": r"""will|shall|\w+['’]ll|going to|plan|plans|planned|planning|intend*|aim*|expect*|schedul*|set to
            |(?:is|are|was|were|be|been) due (?:to|in|on|by|next)|slated|would
            |should|must|may|might|could|can|to(?!\s\d)|upcoming|forthcoming|future|propos*|pledg*|promis*|vow*
            |urg(?:e|es|ed)|call(?:s|ed|ing)? (?:for|on)|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|recommend*
            |(?:ask|asks|asked|asking) (?:for|that|to)|seeks?|seeking|sought|target(?:s|ing)|earmark*|mull(?:s|ing)?
            |agree(?:s|d)? to(?= \w+(?<!s)(?!\w))|prepar*|hop(?:e|es|ed|ing)|want|wants
            |wanted|need|needs|draft""",
        "ongoing": """under way|underway|in progress|ongoing|(?:is|are) being|in the process|at the stage|continu*
            |under (?:construction|discussion|negotiation|consideration|review)|in talks|talks (?:on|about|over)""",
    },
}
