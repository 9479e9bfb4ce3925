import type { AskedRule } from '../../../words/language/asked.ts'
import type { CutRule } from '../plain/rule-text.ts'
import { wordSet } from '../plain/word-sets.ts'
import { askedTimesOf, thingKindsOf, valuesOf } from './asked-values.ts'

/** The places of the words of a rule that change nothing: joining words, ways of proof, examples, and what its question asks as. */
export function framesIn(cut: CutRule, rule: AskedRule): ReadonlySet<number> {
  const { text, words, starts } = cut
  const isEver = valuesOf(rule, 'frame').includes('had')
  const isDisturbing = valuesOf(rule, 'en').some((one) =>
    /disturb it|hard to agree/.test(String(one)),
  )
  const spans = [
    ...frames,
    ...(isDisturbing ? [disturbing] : []),
    ...(isEver ? [active] : []),
    ...(valuesOf(rule, 'tail').includes('defined') ? [meaning] : []),
  ].flatMap((frame) =>
    [...text.matchAll(frame)].map(({ 0: found, index }) => [index, index + found.length] as const),
  )
  const asked = askedWords(rule)
  return new Set(
    words.flatMap((word, at) => {
      const start = starts[at] ?? 0
      const isFramed = spans.some(([from, to]) => start >= from && start < to)
      return isFramed || joining.has(word) || asked.some((one) => one.has(word)) ? [at] : []
    }),
  )
}

/** What a way of asking holds of the words of a rule. */
function askedWords(rule: AskedRule): readonly ReadonlySet<string>[] {
  const frames = new Set(valuesOf(rule, 'frame'))
  const tails = new Set(valuesOf(rule, 'tail'))
  const kinds = thingKindsOf(rule)
  const said = new Set(valuesOf(rule, 'en').map(String))
  const text = [...said].join(' ; ')
  const isTaken = kinds.has('given') || kinds.has('done')
  return [
    ...(rule.isTurned ? [denied] : []),
    ...(frames.has('had') || frames.has('took') || text.includes('in the past') ? [before] : []),
    ...(isTaken || /avoid|allerg|reaction|stand/.test(text) ? [taking] : []),
    ...(frames.has('plan') ? [ahead] : []),
    ...(askedTimesOf(rule).length > 0 ? [timed] : []),
    ...(frames.has('family') ? [family] : []),
    ...(frames.has('need') || tails.has('needs') ? [needing] : []),
    ...(tails.has('because') || tails.has('by') || tails.has('linked') ? [because] : []),
    ...(tails.has('except') ? [except] : []),
    ...(said.has('other') || said.has('another') ? [other] : []),
    ...(text.includes('long-term') ? [longTerm] : []),
    ...tailWords.flatMap(([tail, words]) => (tails.has(tail) ? [words] : [])),
    ...(frames.has('unable') || rule.ask === 'doing' ? [doing] : []),
    ...(valuesOf(rule, 'reading').length > 0 ? [measured] : []),
  ]
}

const joining = wordSet(
  `
  a an the of to in on at by for with and or is are was were be been being am has have having had do does who whom
  that which this that these those their its his her own they them it he she as such from eg ie etc e g i per any all one
  meet meets fulfil fulfill patient patients subject subjects participant participants individual individuals person persons people volunteer
  volunteers infant infants child children adult adults men women male female man woman males females must should will
  shall may
  known self reported documented confirmed diagnosed diagnosis diagnoses established evidence evident presence present sign signs
  clinical clinically medical medically case cases suffer suffers suffering suffered existing current currently ongoing
  already concurrent concomitant concurrently coexisting lifetime status criteria criterion characteristic
  characteristics kind kinds form forms
  study trial excluded exclusion included inclusion eligible ineligible exclude s disease diseases disorder disorders
  condition conditions illness illnesses problem problems affected
  histologically cytologically pathologically radiologically radiographically radiographic histological cytological
  `,
)
const denied = wordSet(
  'no not without never none nor absence free lack non negative neither cannot exclusion',
)
const before = wordSet(
  'greater more than history prior previous previously past received receiving ever underwent undergone recent recently experienced least since episode episodes event events treated developed',
)
const taking = wordSet(
  'exposure exposed prescribed procedure procedures ingestion receipt receiving received receive taking taken take treatment treatments therapy therapies administration undergoing undergo undergone treated concomitant medication medications drug drugs agent agents intake use used using uses regimen regimens',
)
const timed = wordSet(
  'within last past next prior preceding previous previously recent recently before since over ago during',
)
const ahead = wordSet(
  'awaiting listed planned plan plans planning scheduled anticipated expected intended elective',
)
const family = wordSet('family familial history relative relatives first degree')
const needing = wordSet(
  'need needs needing requiring required requirement require requires indicated necessitating',
)
const because = wordSet(
  'attributed due because caused secondary resulting result from associated related linked induced attributable',
)
const except = wordSet('except other than excluding exception unless apart exceptions')
const doing = wordSet(
  'able ability unable inability willing willingness unwilling agree agrees capable can cannot',
)
const tailWords: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['without', wordSet('without no not')],
  ['treated', wordSet('treated')],
  ['during', wordSet('during')],
  ['after', wordSet('after following post')],
]
const other = wordSet('other another additional further')
const longTerm = wordSet('chronic long term maintenance regular continuous prolonged')
const measured = wordSet(
  'older younger above below over under age ages aged old baseline serum plasma blood resting level levels value values count score formula between than greater less equal least most more',
)

/** "That would preclude the study": that it could disturb it. */
const disturbing =
  /(?:\b(?:that|which|and|,)? ?(?:in the [^,;.]*,? ?)?(?:would|could|might|may|will|can|likely to)? ?)\b(?:make|makes|making|preclud|interfer|compromis|confound|impair|jeopardi|prevent|prohibit|limit|affect|complicat|render|disturb|increas|hamper|hinder|imped|influenc|alter|pos(?:e|ing)\b|put|plac(?:e|ing)\b|contraindicat|obscure|bias)[^.;]*/gi
/** Who has or had it ever had it. */
const active =
  /\b(?:and\/or|or|and) (?:currently )?active\b|\b(?:currently )?active (?:and\/or|or|and) (?=(?:an? )?(?:known )?(?:history|prior|past|previous|earlier))/gi
const meaning = /\b(?:as )?(?:defined|meaning)(?: as| by)?\b/gi

const frames = [
  // The number of a line, and what its words are of.
  /^\W*\d{1,2}[.)]?\s+(?=["“]?\p{Lu})/gu,
  /^\W*(?:parts?|cohorts?|arms?|groups?|phases?) \w{1,3}(?: only)?:/gi,
  /^\W*(?:(?:prior|concurrent|therapy|function|hepatic|cardiac|cardiovascular|pulmonary|hematopoietic|hematologic\w*|neurologic\w*|chemotherapy|radiotherapy|surgery|endocrine(?: therapy)?|biologic(?: therapy)?|renal|other|performance status|life expectancy|age|sex|menopausal status|liver|kidney|heart|respiratory|blood|immunologic\w*|metabolic|psychiatric)\b[ /:]*)+:/giu,
  /^\W*\d{1,4} (?=patients|subjects|participants|volunteers)/gi,
  // How it was found.
  /\b(?:confirmed|evidenced|documented|determined|demonstrated|shown|verified|proven|detected|established|diagnosed|identified|assessed|measured|estimated|calculated) (?:by|on|with|through|via|using|according to|per|in)\b[^,;.()]*/gi,
  /\b(?:histologic\w*|cytologic\w*|patholog\w*|radiolog\w*|radiograph\w*|echocardiograph\w*|clinical|biochemical|laborator\w*|serolog\w*|microscopic\w*|molecular\w*|biops\w*|genetic\w*)(?:ally)?[ -]+(?:or \w+ly |and \w+ly )?(?:confirmed|proven|documented|verified|diagnosed|evidence of|signs? of|diagnosis of|confirmation of)\b/gi,
  /\b(?:according to|per|as per|by|based on|meeting|meets?|fulfilling|fulfil\w*|under) [^,;.()]{0,90}\b(?:criteria|guidelines?|classification|definition|DSM[\w-]*|ICD[\w-]*)/gi,
  /\b(?:physician|doctor)[- ](?:diagnos\w+|confirmed|reported)/gi,
  // Who judges.
  /\b(?:in|at|as|per|by|based on|according to)? ?(?:the )?(?:opinion|judge?ment|view|discretion|judged|assessed|determined|deemed|considered)(?: (?:of|by))? (?:the |an? )?(?:(?:principal|site|study|treating|local) )*(?:investigators?|physicians?|doctors?|clinicians?)\b/gi,
  /\b(?:the )?(?:(?:principal|site|study|treating) )?(?:investigator|physician)[’']?s? (?:opinion|judge?ment|view|discretion)\b/gi,
  // Examples, and short names.
  /\((?:e\.? ?g\.?|for example|for instance|such as|including|examples?|like)[^()]*\)/gi,
  /,? (?:such as|e\.? ?g\.?,?|for example|including(?:,? but not limited to,?)?|includes?)\b[^.;()]*/gi,
  /[([]\p{Lu}[\p{L}\d/-]{0,9}s?[)\]]/gu,
  // When it is looked at.
  /\b(?:at|on|during|upon) (?:the )?(?:(?:time(?: ?point)?|moment|day|start|beginning) of )?(?:the )?(?:study |trial )?(?:recruitment|enrol?lments?|screening|inclusion|randomi[sz]ation|baseline|entry|registration|consent|assessment|study|trial|present)(?: visit)?\b/gi,
  /\b(?:eligible|excluded|ineligible) (?:for|from) (?:the |this )?(?:study|trial)\b/gi,
  /\b(?:any|all|every|whatever) types? of\b|\(any types?\)|\((?:parts?|cohorts?|arms?|groups?) (?!.*only)[^()]*\)|\bone or more\b/gi,
  /\([<>≤≥=~]* ?\d[\d.,]* ?[\p{L}µμ/%²³·*^\d.]*\)(?=\W*$)/gu,
  // Signs between a value and its unit.
  /\s*[x×*] ?10\^? ?\d{1,2} ?\/ ?(?:L|µL|μL|mm3|ml)\b/gi,
]
