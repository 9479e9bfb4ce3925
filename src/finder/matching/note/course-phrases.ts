import type { CourseKind } from './cue-words.ts'
import type { NamedTreatment } from './named-treatment.ts'

/**
 * How a treatment of an English sentence stands by the words that touch it: "was swapped for", "did nothing", "put her on".
 * `mentioned` where it is only named as a cause. Undefined where nothing touching it tells. Rule `course-phrase@1`.
 */
export function coursePhraseOf(
  text: string,
  one: NamedTreatment,
  all: readonly NamedTreatment[],
): Phrased | undefined {
  const after = text.slice(endOfJoined(text, one, all), one.end + 140).replace(dose, '')
  const before = text.slice(Math.max(0, one.start - 110), startOfJoined(text, one, all))
  const own = before.replace(small, ' ')
  if (wasDone.test(text.slice(one.start, one.end)) && onADay.test(after)) return 'stopped'
  for (const [kind, pattern] of afterIt) if (pattern.test(after)) return kind
  for (const [kind, pattern] of beforeIt) {
    const found = pattern.exec(own)
    if (!found || denied.test(own.slice(0, found.index))) continue
    if (kind === 'stopped' && toCome.test(own.slice(0, found.index))) continue
    if (kind !== 'current' || !toCome.test(own.slice(0, found.index))) return kind
    // "Will switch from ramipril to losartan": until then the first is taken.
    return 'planned'
  }
  return undefined
}

/** "Varices banded in May": what is said in the past was done. */
const wasDone =
  /^(?:banded|tapped|transfused|stented|excised|resected|ablated|cardioverted|drained|repaired|replaced|removed|intubated|ventilated|catheterised|plated|sutured|amputated|embolised|grafted)$/iu
const onADay = /^\s(?:in|on|last|at|yesterday|today|this)(?!\p{L})/iu

/** "Ipilimumab + nivolumab", "statin and ramipril": what is said behind the last is said of both. */
function endOfJoined(text: string, one: NamedTreatment, all: readonly NamedTreatment[]): number {
  let { end } = one
  for (const next of all)
    if (next.start >= end && joins.test(text.slice(end, next.start))) end = next.end
  return end
}

function startOfJoined(text: string, one: NamedTreatment, all: readonly NamedTreatment[]): number {
  let { start } = one
  for (const last of all.toReversed())
    if (last.end <= start && joins.test(text.slice(last.end, start))) start = last.start
  return start
}

const joins = /^\s?(?:[/+&]|and|or|with)\s?$|^\s\d+ ?m?c?g (?:and|or|[+&]) $/i

/** The amount, form and way of a medicine, and a word in brackets. */
const dose =
  /^(?:\s?\d+(?:[.,]\d+)? ?(?:mg|mcg|g|ml|units?|iu|%)(?!\p{L})|\s\d{1,2}\/(?:12|52|7)(?!\d)|\s(?:daily|bd|od|tds|qds|bid|tid|nocte|weekly|monthly|(?:once|twice) (?:daily|a day|weekly)|iv|po|im|sc|oral|inhaler|tablets?|patch(?:es)?|injections?|infusions?|therapy|cream|ointment|treatment|gel|drops|mask|machine|coil|implant|one|thing)(?!\p{L})|\s(?:under|with) (?:(?:a|local|general|regional|spinal|light) )*(?:an(?:a)?esth\p{L}+|sedation)(?!\p{L})|\s?\((?!stop|discont|held|allerg|rash)[^()]{0,30}\))+/iu

/** What may stand between a word of course and the name. */
const small =
  /(?:\s(?:the|a|an|his|her|my|their|our|this|that|some|any|both|adjuvant|oral|iv|topical|inhaled|low-dose|high-dose|regular|daily|her own))+\s$/iu

const denied =
  /(?:(?<!\p{L})(?:not|never|no|without|cannot|neither|nor)|n['’]t)(?: (?:been|be|yet|to|ever|being|want|wish))*\s?$/iu
const toCome =
  /(?<!\p{L})(?:will|to|plans? to|plan|going to|would|could|may|might|shall|should|considering|consider|hopes? to|about to|due to|due to be|wants? to|ready to be|if)(?: (?:be|then|now|soon|get|probably|eventually|later))*\s?$/iu

const ended = String.raw`(?:stopped|discontinued|ceased|withdrawn|withheld|held|suspended|paused|interrupted|abandoned|dropped|terminated|halted|weaned off|tapered off|tapered|omitted|finished|completed)(?! (?:smoking|drinking|work|school|driving|eating|playing|talking|breathing))`
const links = String.raw`(?:(?:which|that|but|so|and|then|it|we|i|you|he|she|they|was|were|has|have|been|had|to|be|is|just|later|since|recently|eventually|soon|all|both|therefore|temporarily|permanently|subsequently|now|being|gp|the|by|already|finally|again|quickly) )*`
const person = String.raw`(?:me|him|her|us|them|it|my (?:son|daughter|husband|wife)|the patient|pt)`
const offered = String.raw`(?:discussed|offered|suggested|proposed|recommended|advised|considered|mentioned|raised|on offer|an option|prescribed)`
const unwilling = String.raw`(?:declin\p{L}+|refus\p{L}+|not keen|reluctant|not interested|turned (?:it |this |that |them )?down|said no|against it|prefers? (?:not|to)|prefer(?:red|s) to (?:wait|avoid)|(?:did|does|do|is|was|has|would)(?:n['’]t| not) (?:want|wish|keen|interested|willing|consent|agree|fancy|like)|would rather not|unwilling)`
const months = String.raw`(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*`

type Phrased = CourseKind | 'mentioned' | 'absent'

const behind = (source: string) =>
  new RegExp(`^,?\\s?${source.replace('NOW ', links)}(?!\\p{L})`, 'iu')
const ahead = (source: string) => new RegExp(`(?<!\\p{L})(?:${source})\\s$`, 'iu')

/** What follows the name; the first that fits holds. */
const afterIt: readonly (readonly [CourseKind | 'mentioned', RegExp])[] = [
  [
    'failed',
    behind(
      String.raw`(?:has |have |had |then |soon |just )*(?:(?:stopped|quit) working|lost (?:its|their) effect|wore off|(?:did|does|do|has done|have done) (?:nothing|little|not (?:help|work|touch|suit|agree|do|relieve|control))|(?:did|does|do)n['’]?t (?:really |seem to )?(?:help|work|touch|suit|agree|do|relieve|control|seem)|(?:only |just )?(?:helped|worked)(?: only| just)? (?:briefly|temporarily|partly|for a (?:while|bit|few|short|couple)|at first|initially|a (?:bit|little) at first|little|transiently)|(?:was|were) (?:of )?(?:no (?:use|good|help|benefit)|useless|ineffective|not effective|unhelpful|no better|too (?:strong|sedating))|no (?:use|good|help|better)|(?:has |have )?made no difference|disagreed with|upset (?:my|his|her|their|the)|(?:brought|came) (?:${person} out|on)|stung|burned|burnt|irritated|made ${person}|gave ${person}|caused|triggered|provoked|produced|had (?:no|little) effect|had side effects|not tolerated|failed)`,
    ),
  ],
  ['failed', behind(String.raw`(?:was |were )?tried[^.;]{0,40}?(?:but|without|and|no)`)],
  [
    'refused',
    behind(
      String.raw`(?:is |are |was |were |would be |of course |clearly |still )*(?:not (?:an option|suitable|appropriate|advisable|advised|recommended|allowed|possible|safe|wanted|acceptable)|out of the question|off the table|best avoided|to be avoided|too risky|unsafe|contra-?indicated|ruled out|unsuitable)`,
    ),
  ],
  [
    'refused',
    behind(
      String.raw`(?:(?:was|were|is|has been|had been|again) )*${offered}[^.]{0,40}?[\s;,–-](?:${unwilling})`,
    ),
  ],
  [
    'refused',
    behind(
      String.raw`(?:was |were )?(?:not|never) (?:given|started|begun|taken|used|prescribed|administered|commenced|initiated)`,
    ),
  ],
  ['stopped', behind(String.raw`NOW ${ended}`)],
  [
    'stopped',
    behind(
      String.raw`[^.;,]{0,50}(?:,| but| and| then| so) (?:(?:was|were|it|i|he|she|we|they|had|been|be|to|then|later|subsequently|soon|eventually|is|now) )*(?:${ended}|came off(?: it)?|gave (?:it )?up|switched off)`,
    ),
  ],
  [
    'stopped',
    behind(
      String.raw`[^.;,]{0,50}(?:so|that|and) (?:i|he|she|we|they) (?:came off|stopped|gave up|quit|had to stop)`,
    ),
  ],
  [
    'stopped',
    /^\s?(?:back )?then(?=[.,;]|$)|^\s?x ?\d+(?! ?(?:mg|mcg|ml|units?|daily|\/|tab|puff|drop|a day|per|days?|weeks?|spray|cap)|\d)/iu,
  ],
  [
    'planned',
    behind(
      String.raw`(?:will|would|may|might|could|should|is to|are to|to) be (?:swapped|exchanged|switched|changed|replaced|started|added|given|needed|required|tried|considered|restarted|resumed)`,
    ),
  ],
  [
    'stopped',
    behind(
      String.raw`(?:(?:was|were|has been|have been|had been|been|is|then|now|recently) )*(?:swapped|exchanged|switched|changed|converted|substituted|replaced|rotated|stepped down)(?: over| out)? (?:for|to|by|with|in favour of)`,
    ),
  ],
  [
    'current',
    behind(
      String.raw`(?:(?:was|were|has been|have been|is|are|been|then|now|again|just|recently|since|being|slowly|currently|gradually) )*(?:restarted|re-started|resumed|reintroduced|recommenced|reinstated|continued|continues|maintained|reduced|increased|doubled|halved|lowered|up-?titrated|being (?:weaned|tapered|reduced|titrated))(?![^.;]{0,60}(?:stopp|discont|ceased|withdrawn|until))`,
    ),
  ],
  [
    'current',
    behind(
      String.raw`(?:(?:was|were|has been|have been|been|just|recently|newly) )*(?:started|begun|commenced|initiated|added|introduced) (?:(?:about|around|only|in|on|at|some) )*(?:(?:\d+|an?|one|two|three|four|five|six|few|several) (?:days?|weeks?|months?|years?) ago|last|yesterday|today|this|(?:19|20)\d\d|${months})(?![^.;]{0,60}(?:stopp|discont|ceased|withdrawn|until|switch|swap|chang))`,
    ),
  ],
  [
    'current',
    behind(
      String.raw`(?:was|were|has been|have been) (?:also )?(?:added|begun|introduced)(?![^.;]{0,60}(?:stopp|discont|ceased|withdrawn|until))`,
    ),
  ],
  [
    'planned',
    behind(
      String.raw`(?:(?:has been|was|is|being|have|we) )*(?:applied for|application (?:sent|made|submitted|in|pending)|(?:funding|approval|authori[sz]ation) (?:requested|awaited|pending|applied|sought)|requested|ordered|(?:if|unless) (?:there is )?(?:no (?:better|improvement|response|relief)|not (?:better|improv\p{L}+|settling|controlled)|(?:it |this |he |she |symptoms? |pain |they )?(?:persist|wors|fail|does|do(?:es)?n|recur|relaps|progress)\p{L}*)|(?:team|surgeons?|service|consult|referral|list|assessment|work-?up|evaluation|slot|date|clinic)(?: has been| was| is| are)? (?:called|contacted|made|sent|requested|awaited|pending|booked|given|informed|paged|confirmed))`,
    ),
  ],
  [
    'planned',
    behind(
      String.raw`(?:(?:is|was|has been) )*(?:offered|booked|scheduled|listed|arranged|planned) (?:for|on|in|next|tomorrow)`,
    ),
  ],
  [
    'planned',
    behind(
      String.raw`(?:(?:left|right|both|eyes?|number \d+|no\.? ?\d+|dose \d+|cycle \d+|the|in|of|for|first|second|next|his|her|infusion|injection|dose|cycle|session|due|starts?|begins?|starting|beginning|on|from),?\s)+(?:next (?:week|month|visit|year|monday|tuesday|wednesday|thursday|friday)|tomorrow|\d{1,2}(?:st|nd|rd|th)? ${months}(?! (?:19|20)\d\d)|(?<=(?:starts?|begins?|starting|beginning|due|from) (?:on |in )?)${months}(?! (?:19|20)\d\d)|the \d{1,2}(?:st|nd|rd|th))`,
    ),
  ],
]

const switched = String.raw`(?:switch|swap|swapp|chang|convert|transition|mov|cross-?taper|stepp|rotat)\p{L}*`

/** What stands before the name. */
const beforeIt: readonly (readonly [Phrased, RegExp])[] = [
  [
    'absent',
    ahead(
      String.raw`(?:not|n['’]t) (?:(?:currently|yet|now|presently|been|regularly|actually) )*(?:on|taking|using|receiving|having|given|prescribed)`,
    ),
  ],
  ['refused', ahead(String.raw`avoid(?:s|ing)?|steer(?:s|ing)? clear of`)],
  [
    'stopped',
    ahead(
      String.raw`(?:been|is|now|currently|remains?|stayed|are|am|was|he['’]s|she['’]s|i['’]m) off|(?:stopped|quit|ceased|discontinued|finished|completed)(?: (?:taking|using|having|injecting|wearing|with|a|the|his|her|course of|\d+ \p{L}+ of|her last|his last|last|final|cycle of|dose of))*`,
    ),
  ],
  ['stopped', ahead(`(?<!will |to )${switched}(?: ${person}| over| back)? from`)],
  [
    'current',
    ahead(
      String.raw`${switched}(?: ${person}| over| back| up| down)*(?: from [^.;]{2,60}?| (?!to |from )[^.;,]{3,40}?)? (?:to|onto|for)`,
    ),
  ],
  [
    'current',
    ahead(String.raw`(?:replac|substitut|exchang)\p{L}* (?:[^.;,]{3,40}? )?(?:by|with|for)`),
  ],
  [
    'refused',
    ahead(
      String.raw`(?:turned|turns|turning) down|(?:won['’]t|will not|would not|wouldn['’]t|does(?:n['’]t| not)|do(?:n['’]t| not)|did(?:n['’]t| not)) (?:hear of|have|take|consider|entertain|try|want|accept|wish(?: for)?|want to (?:take|have|start|try|go on|be on|use)|wish to (?:take|have|start|try|go on|be on|use)|fancy)|not (?:willing|prepared|happy|keen|inclined) (?:to (?:have|take|try|start|go on|use)|on)|reluctant to (?:have|take|try|start|go on|use)|(?:said|says|saying) no to|(?:outside|missed|past) (?:the |of the )?(?:time )?window for|too (?:late|frail|ill|old|unwell|weak|young|early) for|(?:not|un)(?: | an? | medically )?(?:fit|suitable|eligible|candidate)(?: candidate)? for|against (?:having|taking|starting|using)`,
    ),
  ],
  [
    'failed',
    ahead(
      String.raw`(?:did|could|does|can)(?:n['’]?t| not) (?:tolerate|get on with|respond to|cope with|stand|bear)|got no (?:relief|benefit) (?:from|with|on)|reacted (?:badly )?to|(?:no|little|poor|minimal|insufficient|inadequate) (?:response|relief|benefit|improvement|effect) (?:to|from|with|on)|side effects (?:from|with|on|of)|stopped working .{0,12}`,
    ),
  ],
  [
    'stopped',
    ahead(
      String.raw`(?:ran|run|running) out of|(?:gave|given|giving) up(?: on)?|(?:came|come|got|went|gone|taken|took (?:him|her|me|them)) off|dropped|has finished|had (?:\d+|one|two|three|four|five|six|several|multiple|a few) (?:cycles?|courses?|sessions?|doses?|rounds?|infusions?|lots) of|extubated(?: [^,;.]*)?`,
    ),
  ],
  [
    'current',
    ahead(
      String.raw`(?:half-?way|midway|part-?way) through (?:a |the |his |her )?(?:course|cycle|round)(?: of)?|(?:on|in|for) (?:(?:the|his|her|a|current|currently|now) )*(?:\p{L}+ )?(?:cycle|course|day|week|dose|round)(?: \d+| one| two| three| four)? of|(?:puts?|putting|started|starting|keeps?|kept|has|have|maintained) ${person} (?:on|back on|up on)|(?:weaning|tapering|(?<!risk[- ])reducing|increasing|titrating)(?: down| up)?|still (?:on|uses?|has|takes?|taking|using|having|gets?|needs?|wears?)|remains on|remain on|stays on|back on|(?<=(?:you|they|we|gp|doctor|clinic|he|she|consultant|i) )(?:put up|upped|increased|doubled|raised|reduced|halved|put down|lowered|cut down)|dose of|relief (?:from|with)|good effect (?:from|with)`,
    ),
  ],
  [
    'planned',
    ahead(
      String.raw`(?:applied|apply(?:ing)?|applications?|awaiting (?:funding|approval|authori[sz]ation|delivery|supply|a date|her date|his date)|waiting (?:list )?|approved|approval|funding|referral|referred|request(?:ed)?|wait(?:ing)?[- ]?list(?:ed)?|listed|booked|scheduled|due|keen|candidate|assessed|worked up|work-?up|consider(?:ed|ation)|put forward) (?:for|of)`,
    ),
  ],
  [
    'planned',
    ahead(
      String.raw`(?<!\p{L} \?)(?:may|might|could|would|will|should|shall|can|going to|about to|hop(?:es|ing) to|thinking (?:about|of)|keen to|happy to|willing to|ready to|wish(?:es)? to|wants? to|prefers? to|plans? to|likely to|i['’]d like to)(?: (?:also|well|soon|then|still|now|probably|eventually|need|want|like|try|trying|consider|have|having|get|use|start|starting|add|adding|go|be|put|him|her|them|me|on|to|onto|offered|given|started|a|course|trial|of|begin|beginning|give|take|taking|re-?start|put|benefit|from|require|receive|undergo|switch|swap|change|move|over))+`,
    ),
  ],
  [
    'mentioned',
    ahead(
      String.raw`(?<!(?:relief|benefit|effect|improvement|response|better|result|switched|changed|date|supply) )(?:from|due to|secondary to|because of|side effects? of)`,
    ),
  ],
]
