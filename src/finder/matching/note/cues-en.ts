import { wordsPattern } from './cue-pattern.ts'
import type { CueWords } from './cue-words.ts'

const relatives = String.raw`(?:maternal |paternal |older |elder |younger |big |little |twin |half-?)?(?:(?<!first-time |-old |new |young |single |feeding |nursing |lactating )(?:mother|mum|mom)|father|mummy|mommy|mam|dad|daddy|parents?|brothers?|sisters?|siblings?|sons?|daughters?|uncles?|aunt(?:ie)?s?|cousins?|nephews?|nieces?|(?-i:[MP]G[MF])|grand[- ]?(?:mother|father|parents?|son|daughter|ma|pa|mum|dad|ad|child|children)s?|nana?|granny|husband|wife|spouse|partner|boyfriend|girlfriend|relatives?|family members?|flatmate|(?<!boy|girl)friends?|neighbou?rs?|colleagues?|co-?workers?|room-?mate|classmate|step-?(?:mother|father|brother|sister|mum|dad)|in-laws?|household contacts?)(?:['’]s)?`
const month = String.raw`(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*`
const weekday = String.raw`(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?`

/** English cues, as NegEx and ConText have them and as notes write them. */
export const cuesInEnglish: CueWords = {
  cues: {
    deny: wordsPattern(
      String.raw`(?:no|not|nil)(?=[ -][\p{L}\d])(?! (?:known )?(?:drug )?allerg)|denie[sd]|deny(?:ing)?|abstin(?:ent|ing) from|abstain(?:s|ed|ing) from|none(?= \p{L}+(?:ed|ing)(?!\p{L}))|without|w\/o|negative for|neg for|absence of|absent|free (?:of|from)|never(?: had| been)?|neither|nor|none of|lack of|rule[sd] out|exclude[sd]|excluding|unremarkable for|cannot|can['’]?t|(?:do|does|did|has|have|had|is|was|were|are|would|could|wo|ca)n['’]?t|dosnt|dont|doesnt|didnt|hasnt|isnt|non`,
    ),
    doubt: wordsPattern(
      String.raw`to look for|looking for|worr(?:ies|ying|y) (?:about(?! (?:his|her|my|their)(?!\p{L}))|it is|it might be|that it is)|(?:fear(?:s|ed|ing|ful)?|afraid|think(?:s|ing)?|thought|believ(?:es?|ed|ing)|convinced|certain in (?:him|her)self|worr(?:ies|ied|ying|y)|self-diagnos(?:ed|es) as)(?: that)? (?:it|s?he|they|i)(?: (?:might|may|could|must|will|has|have|had|is|was|be|got|developed|developing|getting|suffering from|also|now|an?|’s|'s))+|fears?(?= it)|self-diagnos(?:ed|es) (?:with|as having)|suspect(?:ed|s|ing)?|suspicio(?:n|us)(?: for| of)?|possib(?:le|ly)|prob(?:able|ably)|likely|presumed|presumptive|presumably|concern(?:ing|ed)? (?:for|about)|worr(?:y|ied|isome) (?:for|about)|question of|questionable|query|(?:to )?rule[- ]?out|to exclude|r\/o|evaluat(?:e|ion|ed) for|(?:may|might|could) (?:have|be)|differential(?: diagnosis)?|ddx|vs\.?|versus|cannot (?:be )?(?:rule[d]? out|exclude[d]?)|suggest(?:s|ive|ed|ing)?(?: of)?|compatible with|uncertain|perhaps|maybe|cannot exclude|(?<!no |without |beyond |any )doubt(?:s|ful|ed)?(?: (?:whether|that|if|about|it|this|he|she|has|have|is|was|are))*|(?:unsure|not sure|wonder(?:s|ed|ing)?) (?:if|whether|about)(?: (?:it|this|he|she|they|has|have|had|is|was))*|not convinced(?: (?:that|of|by))*(?: (?:it|this|he|she|they|has|have|had|is|was))*|work-?up for|investigat(?:ed|ion) for`,
      String.raw`\?(?=\s?\p{L})`,
    ),
    mention: wordsPattern(
      String.raw`(?:at |high |increased |low )*risk (?:of|for|factors? (?:of|for))|(?:screen(?:ing|ed)?|test(?:ing|ed|s)?|check(?:ed)?|vaccin\w+|immuni[sz]\w+|prophylaxis|prevent(?:s|ion|ing|ive)?|protection|educat\w+|counsel\w+|afraid|exposure|exposed|contact|susceptib\w+) (?:for|of|against|to|about|on|with)|fear(?:s|ed)? (?:of|for)|in case of|return if|if(?! needed)|unless|provided (?:that )?|should|to (?:avoid|prevent)|safety[- ]net\w*|look out for|watch for|serology for|swab for|carrier of|come back if|ask(?:ed|s)? (?:to|about|if|whether)|asking (?:about|if|whether)|wonder(?:s|ed|ing) (?:about)|questions? about|read (?:up )?(?:about|on)|heard of|googled`,
    ),
    past: wordsPattern(
      String.raw`(?:her |my )?(?:first|second|third|last|previous|prior|earlier|1st|2nd|3rd) (?:pregnancy|delivery|birth)(?: was| had)?(?: complicated (?:by|with)| affected by| with|:)|(?<!(?:day|week|month|year|hour)s?[’']?[- ]|long(?:[- ]standing)? )histor(?:y|ies) of|h\/o|hx(?: of)?|s\/p|status[- ]post|previous(?:ly)?|prior|past|former(?:ly)?|ex(?![- ]?(?:smok|drink|user))|remote|childhood|used to|treated for|recovered from|survivor of|resolved|after|following|post(?![ -]?(?:partum|natal|menopaus\p{L}*|op(?:erative\p{L}*)?)(?!\p{L}))|(?<!\d[\s-]?|years? |months? |weeks? |days? |-)old(?=[ -]\p{L})|presented with|recent|(?:(?<!ha(?:s|ve) )had|had(?! \p{L}+ [^.;,]{0,40}?(?:for|since)(?!\p{L}))) (?:a|an|one|two|three)|ended in(?! \d)|admitted (?:in|with) \w+ on|last (?:week|month|year)['’]s`,
    ),
    family: wordsPattern(
      String.raw`famil(?:y|ial) (?:medical )?(?:history|hx)(?: of)?|fhx?|f\/h|fam hx|maternal|paternal|${relatives}`,
    ),
    label: wordsPattern(String.raw`c\/o|cc|pmhx?|psh|complains of|o\/e|dx`),
    denied: wordsPattern(
      String.raw`(?:(?:is|was|were|are|has been|have been|had been|being) )?(?:ruled out|excluded|negative|neg|absent|denied|not (?:seen|found|present|detected|identified|observed|noted|reported|palpable)|undetect(?:ed|able)|non[- ]?reactive|not reactive|normal|unremarkable|clear)|no|none|nil|denies|never|zero`,
    ),
    doubted: wordsPattern(
      String.raw`suspect(?! to)|according to (?:(?:the|his|her|a) )?(?:patient|family|mother|father|parents?|husband|wife|partner|son|daughter|sister|brother|friend|neighbou?r|internet|carers?|him|her|them)|traits|tendencies|(?:is |was |are |were )?(?:(?:very |highly )?unlikely|(?:never|not|not yet) (?:been )?(?:confirmed|proven|proved)|unconfirmed|suspected|possible|probable|likely|considered|in question|query|cannot be (?:ruled out|excluded)|to be (?:ruled out|excluded)|not (?:ruled out|excluded)|less likely|queried|under investigation|being investigated)|assessment (?:is )?(?:pending|awaited|booked|planned)`,
      String.raw`\?`,
    ),
    mentioned: wordsPattern(
      String.raw`screen(?:ing)?|surveillance|exposure|contacts?|vaccin\w*|shot|jab|prophylaxis|risk|prevention|clinic|unit|cent(?:er|re)|association|foundation|scale|score|nurse|team|service|awareness`,
    ),
    ended: wordsPattern(
      String.raw`(?:now |has |have |had |since |fully |is |was |all |completely |spontaneously )*(?:resolved|cleared|gone|healed|cured|(?<=(?:is|are|was|were|now|been|finally) |, )over(?=\s*(?:[.,;)]|$|now))|recovered|settled|subsided|disappeared|ended|remitted|eradicated|passed(?! (?:out|away|urine|water|meconium|stools?|flatus))|regressed|treated|repaired)(?! (?:by|with|w\/))|(?:has|have|had) (?:not|n['’]t) (?:returned|come back|recurred)|(?:hasn|haven)['’]?t (?:returned|come back|recurred)|(?:now |have |has |are |were )*all (?:resolved|cleared|gone|healed|settled|improved|better)|in (?:complete |full |clinical )?remission|as (?:an? )?(?:\p{L}+ )?(?:child|baby|infant|toddler|teenager|kid|student|youth|teen|young (?:man|woman|adult))|(?<!\p{L})none (?:for|in|over) (?:the (?:last|past) )?(?:\d+|many|several|two|three|four|five|six|ten) (?:years?|months?|weeks?)|treated (?:with|by) [^.;,]{2,40} in (?:19|20)\d\d|in (?:his|her|their|early)? ?(?:childhood|youth|teens|infancy)|\d+ (?:years?|yrs?|months?) (?:ago|earlier|previously)|years ago|in the past|last (?:year|month|winter|summer|spring|autumn)|in (?:19|20)\d\d|none since|no longer|with full recovery|full recovery|at onset only|no recurrence|(?<=(?:alcohol\p{L}*|etoh|drink\p{L}*|opioids?|opiates?|heroin|cocaine|cannabis|drugs?|tobacco|dependence|abuse|misuse)[^.;,]{0,20})(?:quit|sober|abstinent|abstaining|stopped|ceased|gave up|none since|clean)(?! (?:line|attempt))|back in \d{4}|(?:is |was |were |been )*(?:excised|removed|resected)|now (?:clear|gone|outgrown)|outgr(?:ew|own)`,
    ),
    yes: wordsPattern(String.raw`yes|present|positive|confirmed|known|current`),
    relatives: wordsPattern(
      String.raw`runs in (?:the|his|her) family|in (?:(?:his|her|their|the|my|an?|one|two|both) )?(?:${relatives}|family)(?! (?:practice|medicine|clinic))`,
    ),
    own: wordsPattern(
      String.raw`i(?= (?:still |also |now |just |never |don['’]?t |do |have|had|am|take|get|was|feel|no|use|need|cannot|can['’]?t|did|think|was))|i['’](?:m|ve|d)|s?he|patient|pt|him|himself|herself|personal(?:ly)?|personal or`,
    ),
    turn: wordsPattern(
      String.raw`but|however|although|though|except|yet|nevertheless|aside from|apart from|other than|besides|presents?|presented|presenting|complain(?:s|ed|ing)|reports?|reported|admits?|endorses?|shows?|showed|shown|reveal(?:s|ed)|demonstrate[sd]?|found|developed|who|whose|because|due to|secondary to|until|since|then|now|and (?:is|has|was|had|he|she|they|a|an|the)|(?<!never (?:been )?treated )with(?! no)|w\/(?! ?o)|has(?! (?:no|not|never))|is(?! (?:no|not))|was(?! (?:no|not))|had(?! (?:no|not|never))|(?<!(?:or|nor|not|n['’]t|never|and|to) )(?:takes?|uses?)|on(?= \p{L})|remarkable for|positive for|significant for|s\/p|c\/o|h\/o|pmhx?|status[- ]post|(?<!never (?:been )?)treated|->`,
    ),
  },
  notDenials: wordsPattern(
    String.raw`no fixed (?:abode|address)|no (?:increase|change|improvement|further|longer|doubt|more|relief|response|good|effect|details)|not (?:only|sure|certain|necessarily|improv\w+|respon\w+|controlled|well[- ]controlled|tolerat\w*|compliant|adherent|take|taking|returned|come back|recurred|keen|doing|working)|without (?:difficulty|improvement|relief|response|change|treatment)|cannot (?:be )?(?:rule[d]? out|exclude[d]?)|not (?:be )?(?:ruled out|excluded)|can['’]?t (?:stop|help|get|keep|hold|stand|bear|manage|concentrate|focus|remember|move|lift|feel|speak|talk|find|catch|pass|rule out|fall asleep|sleep|walk|swallow|breathe|see|hear|smell|exclude)|cannot (?:stop|help|get|keep|hold|stand|bear|manage|concentrate|focus|remember|move|lift|feel|speak|talk|find|catch|pass|sleep|walk|swallow|breathe|see|hear|smell|tolerate)|(?:has|have)(?:n['’]?t| not) (?:returned|come back|recurred)|not (?:eating|talking|speaking|sleeping|walking|weight[- ]bearing|passing|gaining|thriving)|no (?:words|periods|appetite|pleasure|eye contact)|does not (?:talk|speak|walk)|non[- ](?:small|hodgkin\w*|alcoholic|st|stemi|weight|purulent|blanching)`,
  ),
  before: {
    planned: wordsPattern(
      String.raw`plan(?:s|ned|ning)?(?: (?:to|for|is))?|to (?:start|begin|try|commence|restart|add|trial|have|undergo|receive|switch to)|(?:will|shall) (?:start|begin|try|commence|add|need|have|receive|get|be \w+|undergo)|propos(?:e|es|ed|ing)|consider(?:s|ed|ing)?(?: for)?|(?:scheduled|listed|booked|awaiting|waiting|due|referred|candidate|seen|in|eligible|here|admitted) (?:for|clinic for|pre-?op clinic for|in pre-?op clinic for)|awaiting|agree[sd]? (?:to|with)|consent(?:s|ed)? (?:to|for)|wants?(?: to (?:start|restart|try))?|next(?: step| cycle)?|suggest(?:s|ed|ing)?|offer(?:ed|s)?|recommend(?:s|ed|ing)?|advise[sd]?|would like|discuss(?:ed|ing)?|tomorrow|tonight|if .{0,40}then|trial of|asks? (?:for|about)|opt(?:s|ed|ing)? for|chose|chooses|elect(?:s|ed) for|seeking|requests?|requesting|hop(?:es|ing) to (?:start|begin|try|have|get)|interested in|ready for|bridge to|eligible for|for elective|(?<!(?:since|back|until|by) )then|followed by|prefers?|(?<=^|[.;:,\n-] ?|and |plan )(?:start|begin|commence|add|try|trial|switch to|introduce)(?= \p{L})`,
    ),
    refused: wordsPattern(
      String.raw`refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|avoid(?:s|ed|ing)?|do(?:es)? not (?:want|wish|take|use|give)|(?:doesn|don|didn)['’]?t (?:want|wish|take|use)(?: any)?|dosnt want|would rather not(?: inject| take| have)?|contraindicat(?:ed|ion)(?: to| for)?|not keen on|against|unwilling to (?:take|have|start)|never (?:had|took|taken|used|received|started|on)|reluctant|can ?not (?:have|take)|not (?:on|for|a candidate for|suitable for|eligible for)|no longer wants`,
    ),
    stopped: wordsPattern(
      String.raw`stopp(?:ed|ing)|stop|discontinu(?:e|ed|ing|ation of)|d\/c(?:['’]?d)?|off|held|hold|withh(?:eld|olding)|ceased|came off|com(?:e|ing) off|wean(?:ed|ing)(?: off)?|taper(?:ed|ing)?(?: off)?|finished|completed|previously(?: (?:on|treated with|took|had|tried|received))?|tried|trialled|trialed|has tried|have tried|was (?:on|taking)|were on|had been on|used to (?:take|be on|use)|after(?! the)|following|s\/p|status[- ]post|previous|past|prior|underwent|switched from|end of treatment after|post|had|ex|former|despite|received|history of|hx of|h\/o|treated in \d{4} with|no longer (?:takes?|on|uses?|taking|using|needs?)|last|old|since|exchanged for|retained|earlier|(?:was|were|had been|initially|previously|first) (?:given|treated with|started on|managed with|put on|tried on)|courses? of|cycles? of|lines? of|rounds? of|responded to|initially|changed from|cured (?:by|with)|failed|(?:resolved|settled|cleared) (?:after|with|on)`,
    ),
    failed: wordsPattern(
      String.raw`(?:previously |has |have )*(?:tried and )?failed|failure (?:of|on|to respond to)|no response to|refractory to|did not (?:respond to|tolerate)|intoleran(?:t|ce) (?:of|to)|not tolerat\w+|relapsed (?:on|after)|progress(?:ed|ion) on|resistant to|no (?:benefit|effect|relief) (?:from|with|of)|inadequate response to|loss of (?:response|efficacy) (?:to|of)|lost response to|relapses? on`,
    ),
    current: wordsPattern(
      String.raw`on|tak(?:es|ing|e)|takes only|start(?:ed|s|ing)(?: on)?|continu(?:es|ed|e|ing)(?: on| with)?|commenc(?:ed|ing)|given|gave|giving|gets?|switched to|swapped (?:for|to)|replaced by|changed to|now(?: on)?|restarted|managed with|controlled (?:on|with|by)|treated (?:by|with)|us(?:es|ing|e)|home|receiv(?:es|ing)|maintained on|stable on|currently(?: on)?|current|meds?|medications?|rx|therapy|requiring|needs?|with|up-?titrated to|increased to|under|via|thanks to|through`,
    ),
    needed: wordsPattern(String.raw`as needed|prn|when required|if needed`),
  },
  after: {
    planned: wordsPattern(
      String.raw`(?:is |are |was |been )?(?:planned|scheduled|booked|listed|proposed|offered|requested|recommended|arranged|advised|suggested|considered|discussed|agreed)|to (?:start|begin|follow|be (?:started|given|arranged|done|added|commenced|initiated|considered|scheduled|booked))|next (?:week|month|year|visit|wk|step)|tomorrow|tonight|in (?:the )?(?:am|morning)|(?:in|on|this|next) (?:${month}|${weekday})(?! (?:19|20)\d\d)|${weekday}|request|work-?up|awaited|pending|being considered|in \d+ (?:days?|weeks?|months?)|once (?!(?:daily|a|weekly|per|every|monthly|in)(?!\p{L})).{0,30}|will (?:start|begin|follow|be given)|soon|due|later`,
    ),
    refused: wordsPattern(
      String.raw`(?:is |was |were |been |again )?(?:refused|declined|contra-?indicated|avoided|unsuitable)|not (?:given|wanted|taken|started|indicated|used|needed|required|done|for her|for him)|to be avoided|never (?:started|taken|given|used|begun|needed|required|done|performed)|please|(?:were |was |is |are )?advised against`,
    ),
    stopped: wordsPattern(
      String.raw`(?:was |were |been |is |then |since |now |has been |have been |being |had been )*(?:(?<!to be )(?:stopp(?:ed)|discontinued|held|withheld|tapered|weaned|finished|completed|ended|removed|ceased|withdrawn|d\/c(?:['’]?d)?|interrupted|cancelled|exchanged|omitted|replaced|switched to|changed to|converted to))(?: off)?|no longer|(?:\d+ |a |two |three |six )?(?:years?|months?|weeks?|days?) ago|in (?:childhood|infancy)|as a child|done|in (?:19|20)\d\d|(?<=\s)(?:19|20)\d\d|last (?:year|month|week|summer|winter|autumn|spring)|until (?:\w+ )?(?:19|20)?\d\d|x ?\d+(?! ?(?:mg|ml|daily|/|tab|a day|per))|for (?:\d+|a|two|three|six|several) (?:months?|weeks?|years?|days?) (?:in|until|then|after)|previously|(?:both|left|right) eyes?|as an? (?:baby|infant|teenager|toddler|young \p{L}+)|at birth|at (?:age|the age of) \d+|at \d+ (?:years|months|weeks)|years back|given (?:at|in|on|yesterday|before|after|following|during)|\(?(?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d|from (?:19|20)\d\d to|before (?:pregnancy|surgery|admission)`,
    ),
    failed: wordsPattern(
      String.raw`(?:has |have |was |were )?(?:failed|not tolerated|ineffective|poorly tolerated|unsuccessful|intolerant)|lost (?:effect|response)|no (?:good|effect|benefit|response|help|use|improvement|relief)|lost response|loss of (?:response|efficacy|effect)|primary failure|secondary failure|did(?:n['’]?t| not) (?:help|work|tolerate)|primary non-?response|non-?response|without (?:effect|benefit|response|success)|tried|caused|gave (?:him|her|an?)|made (?:him|her|it)`,
    ),
    current: wordsPattern(
      String.raw`(?:was |were |has been |is |are |been )?(?:started|commenced|continued|increased|ongoing|restarted|resumed|reduced|initiated|switched)|since|daily|monthly|weekly|works|accepted|from today|to continue|in situ`,
    ),
    needed: wordsPattern(
      String.raw`prn|p\.r\.n\.?|as (?:needed|required)|as[- ]needed|(?:if|when|as) (?:needed|required|necessary|bad|its bad|it['’]s bad)|sos|when(?:ever)? \w+ (?:is |gets )?(?:bad|needed)|if (?:pain|nausea|wheezy|wheeze|itchy|seizures?|fever)|on demand|occasionally|rescue`,
    ),
  },
}
