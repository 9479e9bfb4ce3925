import type { AskedRule } from '../../../words/language/asked.ts'
import type { WrittenRule } from './asked-rule.ts'
import type { ReadAsk, RuleReader } from './rule-reader.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import { isEmptyAlone } from './wider-rule.ts'
import { withoutUnreadKinds } from './unread-kinds.ts'

/** Reads a rule as it stands, or more widely, or in part. */
export type ReadRule = (rule: WrittenRule) => ReadAsk | undefined

/**
 * A rule that is not read as it stands, in fewer words that ask for the same or for more: without what it is filed under, the
 * sentences that only explain it, the guideline that it goes by, its stage, the ages that were told before, or words that say
 * which kind of a thing is meant. What was left out can but make the rule narrower: a no tells it, a yes leaves it open. Rule
 * `reworded@1`.
 */
export function rewordedOf(
  rule: WrittenRule,
  reader: RuleReader,
  read: ReadRule,
  readNamed: ReadRule,
): ReadAsk | undefined {
  if (rule.text.length > mostText || /:\s*$/.test(rule.text)) return readNamed(rule)
  let now: Reworded = { ...rule, isWide: false, isPart: false, isTurned: false }
  for (const step of steps) {
    const next = step(now, reader)
    if (!next || next.text === now.text || next.text.length < leastText) continue
    now = next
    const found = read({ kind: now.kind, text: now.text })
    if (found) return marked(found, now)
  }
  const own = readNamed(rule)
  if (own || now.text === rule.text) return own
  const named = readNamed({ kind: now.kind, text: now.text })
  return named && marked(named, now)
}

const mostText = 450
const leastText = 4

/** A rule in other words, with what the change makes of its question. */
interface Reworded extends WrittenRule {
  readonly isWide: boolean
  readonly isPart: boolean
  /** True where what is asked for was written as what keeps out: "patients with asthma are not eligible". */
  readonly isTurned: boolean
}

type Step = (rule: Reworded, reader: RuleReader) => Reworded | undefined

function marked(found: ReadAsk, { isWide, isPart, isTurned }: Reworded): ReadAsk | undefined {
  if (isTurned && found.rule.isTurned) return undefined
  if (isWide && isOfNothing(found.rule)) return undefined
  const rule: AskedRule = {
    ...found.rule,
    ...(isTurned && { isTurned: true }),
    ...(isWide && { isWide: true }),
    ...(isPart && { isPart: true }),
  }
  return { ...found, rule }
}

/** "An operation", "a significant illness": of which kind, only the words that are left out say. */
function isOfNothing(rule: AskedRule): boolean {
  if (rule.ask === 'several') return rule.rules.some(isOfNothing)
  return (
    rule.ask === 'things' &&
    rule.what.things.some((one) => isThing(one) && (isEmptyAlone(one) || empty.test(one.name.fr)))
  )
}

const empty =
  /^(?:(?:autre )?maladie|trouble|problème|médicament|traitement|opération|symptômes?|anomalie|lésion|biopsie|examen|réaction|produit|épisode|état|complications?|rupture|déchirure|perte|blocage|occlusion|rétrécissement)$/

/** "… and", "1.1.2 Asthma", "Asthma [1]", "Asthma;": signs that say nothing. */
const bare: Step = (rule) => {
  const text = rule.text
    .replaceAll(/\s*\[\s?(?:\d[\d, –-]*|see [^\]]{3,40})\s?\]/gi, '')
    .replace(
      /^\s*(?:(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-hivx]{1,4}|[A-H])[).]|[-•*·o>#–])\s+)+/u,
      '',
    )
    .replace(/[\s,;.]+(?:and|or|and\/or|AND|OR|AND\/OR)[\s,;.]*$/, '')
    .trim()
  return { ...rule, text }
}

/** "Liver: …": what it is filed under may say of whom, or when, it is asked. */
const unlabelled: Step = (rule) => {
  const [, label = '', rest = ''] = labelled.exec(rule.text) ?? []
  if (rest === '' || ofMore.test(label)) return undefined
  return { ...rule, text: rest, isWide: rule.isWide || !plainLabel.test(label) }
}

const labelled = /^\W{0,3}(\p{Lu}[\p{L} ,/&-]{2,40}?)\s?:\s+(\S.{3,})$/su
const ofMore =
  /\b(?:allow\w*|permit\w*|donors?|life|expectancy|survival|allerg\w*|hypersens\w*|contra\w*|famil\w*|contacts?|except\w*|notes?|prior|previous|planned|recent|defin\w*|controls?|cohorts?|arms?|groups?|parts?|phases?|stages?|stratum|strata|exclu\w*|unless|no|not|without|history|risk|concurrent|concomitant|use|of|for|with|mothers?|fathers?|parents?|partners?|screening|before|after|during|criteri\w+|step|visit|option|only|include\w*|including|positive|negative|inability|unable|lack|mild|moderate|severe|example\w*|either|following|symptoms?|signs?|to|in|age|or|if|surgery|radiotherapy|chemotherapy|wash-?out|metastases)\b/i
/** What nobody is asked apart from the rule itself. */
const plainLabel =
  /^(?:(?:adequate |general |other |abnormal )?(?:ha?emat\w+|hepatic|liver|renal|kidney|cardi\w+|pulmonary|respiratory|neurolog\w+|psychiatric|laboratory|lab|blood|bone marrow|marrow|organ|coagulation|metabolic|endocrine|immun\w+|gastro\w+|infectio\w+|clinical chemistry|chemistry|biochem\w+|vital signs|imaging)(?: (?:function|functions|disease|diseases|disorders?|conditions?|values|tests?|status|chemistry|system|parameters|results))?|other|others|general|diagnosis|disease|performance status|informed consent|consent|pregnancy|contraception|comorbidit\w+)$/i

/** Only the first sentence, where those after it explain, or let somebody in. */
const firstSentence: Step = (rule) => {
  const [, first = '', rest = ''] = sentences.exec(rule.text) ?? []
  if (first === '' || ofSentence.test(first)) return undefined
  if (rule.kind === 'exclusion') {
    const isAll = rest
      .split(/(?<=[.;])\s+/)
      .every((one) => lettingIn.test(one) && !keepingOut.test(one))
    return { ...rule, text: first, isWide: true, isPart: !isAll }
  }
  if (lettingIn.test(rest) || otherChoice.test(rest)) return undefined
  const isDenied = denied.test(first)
  return { ...rule, text: first, isWide: !isDenied || rule.isWide, isPart: isDenied }
}

const sentences = /^(.{9,}?[\p{L}\d)%]{2})[.;]\s+((?:\p{Lu}|\().+)$/su
/** Speaks of the sentences after it. */
const ofSentence =
  /\b(?:St|Dr|vs|approx|resp|ca|incl|no|e\.g|i\.e|either|one of|following)$|\b(?:is|are|was|were) defined as\b|[([][^)\]]*$/i
const lettingIn =
  /\b(?:allowed|permitted|eligible|acceptable|accepted|(?:may|can|could|might) (?:also )?(?:be )?(?:included?|enrol\w*|participat\w*|entered|considered)|not (?:be )?(?:exclu\w+|considered|required)|waive\w*|exempt\w*|exceptions?)\b/i
const keepingOut =
  /\b(?:not (?:be )?(?:eligible|allowed|permitted|acceptable|included)|ineligible|must|should|exclusion|only if|will be excluded|are excluded)\b/i
const otherChoice =
  /^(?:or|alternatively|also|otherwise|instead|however)\b|\b(?:alternatively|or else|unless|except\w*|may|might|can|regardless|irrespective|if not)\b/i
const denied = /^\W*(?:\w+ ){0,3}(?:no|not|without|absence|never|free of|free from|negative)\b/i

/** "Asthma according to …": by what it is known. */
const withoutGuideline: Step = (rule) => {
  const [, first = '', rest = ''] = byGuideline.exec(rule.text) ?? []
  if (first === '' || turning.test(rest) || rule.kind === 'exclusion') return undefined
  return { ...rule, text: first, isWide: true }
}

const byGuideline =
  /^([^([]{6,}?),?\s+[([]?(?:according to|as per|per (?:the )?(?:protocol|investigator|local|standard|\p{Lu})|based (?:up)?on|(?:as )?defined (?:by|as)|(?:as )?(?:determined|assessed|confirmed|documented|proven|verified|diagnosed|evidenced|measured|demonstrated|established|evaluated) (?:by|on|with|via|through|using|in)|in accordance with|as described|by means of|using the|meeting the|with reference to)\b(.*)$/su
const turning =
  /\b(?:and\/or (?:an?|the|positive)\b|or an? (?:positive|history|diagnosis|previous)\b|or (?:who|with|patients|have|has|those|are|is)|unless|except\w*|and (?:no|not|without|who|has|have|is|are)|may|allowed|permitted|eligible|regardless|if|provided|alternatively)\b|[.;]\s+\p{Lu}/iu

/** "Stage II or III cancer": of any stage. */
const withoutStage: Step = (rule) => {
  const text = rule.text.replaceAll(stage, '').replaceAll(/\s+/g, ' ').trim()
  return text === rule.text || noStage.test(text) ? undefined : { ...rule, text, isWide: true }
}

const stage =
  /(?<![<>≤≥=] ?)(?<!\b(?:no|not|than|non|least) )\b(?:(?:AJCC|FIGO|clinical|pathologic(?:al)?|surgical|clinically|CTCAE|WHO)[ -])?(?:stages?|grades?)[ -]?(?:[IVX]{1,4}[abcABC]?\d?|\d[abcABC]?)(?:\s?(?:,|-|–|to|or|and|through|\/)\s?(?:(?:or|and) )?(?:(?:stages?|grades?) )?(?:[IVX]{1,4}[abcABC]?\d?|\d[abcABC]?))*(?: or (?:higher|greater|worse|above|more))?(?=[\s,)])\s?,?/gi
const noStage = /\b(?:stages?|grades?|ECOG|performance)\b/i

/** "Meets the DSM-IV criteria for asthma". */
const diagnosed: Step = (rule) => {
  const text = rule.text.replace(criteriaFor, ' with a diagnosis of ').trim()
  return text === rule.text
    ? undefined
    : { ...rule, text: text.replace(/^with /, 'Patients with '), isWide: true }
}

const criteriaFor =
  /\s*\b(?:(?:who|that|must|to|should|do|does)\s+)*(?:meet(?:s|ing)?|fulfil(?:l|ls|ling)?|satisf(?:y|ies|ying)|met)\s+(?:(?!not\b)[\p{L}\d.,/()-]+\s+){0,9}?criteria\s+(?:for|of)\s+(?:(?:a|the|an)\s+)?(?:(?:diagnosis|classification|current)\s+(?:of|for)\s+)?/iu

/** "Adult men and women (18-65 years) with asthma": the ages and the sex are told before. */
const withoutPeople: Step = (rule) => {
  if (rule.kind === 'exclusion') return undefined
  const text = rule.text.replace(people, 'Patients ')
  return text === rule.text ? undefined : { ...rule, text, isWide: true }
}

const ages = String.raw`(?:[(,]?\s?(?:(?:aged?|ages|between|from|≥|>|<|≤|=|over|above|at least|older than|under|below|age of|the age of|the ages of)\s?)*\d[\s\d≥≤<>=.,–-]*(?:(?:to|and|through|or|years?|months?|yrs?|weeks?|days?)[\s\d≥≤<>=.,–-]*)*(?:years?|months?|yrs?|weeks?|days?)(?: (?:old|of age|and older|and over|or older|or over|inclusive))*\)?,?)`
const people = new RegExp(
  String.raw`^\W*(?:(?:all|the|any|adults?|pa?ediatric|males?|females?|men|women|man|woman|and|or|patients?|subjects?|participants?|individuals?|children|child|infants?|adolescents?|people|persons?|volunteers?|either sex|of either sex|of both sexes|old|consecutive|ambulatory|must be|be|are|,|${ages})[\s,/]+)+(?=(?:with|who have|who has|diagnosed|having|suffering|undergoing|scheduled|requiring|receiving|that have)\b)`,
  'iu',
)

/** Words before a thing that only say which kind of it is meant. */
const withoutKinds: Step = (rule, reader) => {
  const text = withoutUnreadKinds(rule.text, reader.vocabulary)
  return text === undefined ? undefined : { ...rule, text, isWide: true }
}

/** "Patients with asthma are not eligible", among what is asked for. */
const keptOut: Step = (rule) => {
  if (rule.kind === 'exclusion') return undefined
  const [, who = ''] = ineligible.exec(rule.text) ?? []
  return who === ''
    ? undefined
    : { ...rule, kind: 'exclusion', text: `Patients with ${who}`, isTurned: true }
}

const ineligible =
  /^(?:patients?|subjects?|participants?|individuals?|women|anyone|those)\s+(?:who (?:are|have had|have|has had|has|had)|with|having|receiving|taking|on)\s+([^.;]{4,140}?)\s+(?:(?:are|is|will be|should be|must be|were|may|will|shall|should|cannot|can)\s+)?(?:not (?:be )?(?:eligible|included?|enrolled|allowed|participate|considered)|ineligible|(?:be )?excluded)\b(?! if| unless)[^.;]{0,60}\.?$/i

const steps: readonly Step[] = [
  bare,
  keptOut,
  unlabelled,
  firstSentence,
  withoutGuideline,
  diagnosed,
  withoutPeople,
  withoutStage,
  withoutKinds,
]
