import type { AskedItem, AskedRule } from '../../words/language/asked.ts'
import { type Criteria, type Criterion, allCriteria } from '../eligibility/criteria.ts'
import type { Reading } from '../eligibility/reading.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'
import type { AsksById, CriterionAsk } from './ask.ts'
import { another } from './plain/likes.ts'
import { isThing } from '../../words/language/is-thing.ts'

/**
 * How rules are put that keep out who has an illness of which the study's own is a kind ("Active malignancy", in a study of
 * breast cancer): whoever may take part has it and would say yes. Where the rule speaks of another cancer, another is asked for;
 * else a yes leaves it open, and so does a no. Rule `own-illness@2`.
 */
export function besideOwnIllness(
  asks: AsksById,
  study: {
    readonly criteria: Criteria
    readonly readings: ReadonlyMap<string, readonly Reading[]>
    readonly conditions: readonly string[]
    readonly vocabulary: Vocabulary
  },
): AsksById {
  const own = ownOf(study.conditions, study.vocabulary)
  if (own.wider.size === 0) return asks
  const changed = new Map(asks)
  for (const criterion of allCriteria(study.criteria.parts)) {
    const ask = asks.get(criterion.id)
    if (ask?.kind !== 'rule') continue
    if (isOfScan(ask.rule) && ofBlood.test(own.names)) changed.set(criterion.id, { kind: 'site' })
    if (!keepsOut(criterion, ask.rule)) continue
    const readings = study.readings.get(criterion.id) ?? []
    const terms = termsIn(criterion.text, readings)
    const beside = besideNames(criterion.text, readings)
    const put = besideOwn(criterion.text, ask, { own, terms, beside })
    if (put !== ask) changed.set(criterion.id, put)
  }
  return changed
}

/** A scan shows no leukaemia and no myeloma. */
function isOfScan(rule: AskedRule): boolean {
  return rule.ask === 'set' && rule.phrase === 'measurable'
}

const ofBlood =
  /^(?!.*\b(?:lymphoma|\w*tumou?rs?|carcinoma|sarcoma)\b).*\b(?:leuka?emi\w*|myeloma|myelodysplas\w*|aml|mds|cll|cml)\b/i

/** The illnesses of a study by their terms, and all that they are kinds of. */
interface Own {
  readonly itself: ReadonlySet<string>
  readonly wider: ReadonlySet<string>
  /** Its names, in small letters. */
  readonly names: string
}

function ownOf(conditions: readonly string[], vocabulary: Vocabulary): Own {
  const concepts = conditions.flatMap((name) => {
    const whole = vocabulary.byName(name)
    return whole ? [whole] : vocabulary.conceptsInText(name, 'record').map(({ concept }) => concept)
  })
  const wider = concepts.flatMap((one) => vocabulary.ancestors(one))
  const names = conditions.join(' ').toLowerCase()
  const terms = [...concepts, ...wider].map(({ term }) => term)
  return {
    itself: new Set(concepts.map(({ term }) => term)),
    wider: new Set(cancerNamed.test(names) ? [...terms, anyCancer] : terms),
    names,
  }
}

/** "Advanced solid tumor" is the name of no one illness. */
const cancerNamed =
  /\b(?:cancers?|(?:solid |malignant )tumou?rs?|malignan\w+|neoplas\w+|\w*carcinomas?|\w*sarcomas?|lymphomas?|leuka?emias?|myelomas?|melanomas?|gliomas?|metasta\w+)\b/

/** True where a yes to the question keeps a person out. */
function keepsOut({ kind }: Criterion, { isTurned }: AskedRule): boolean {
  return (kind === 'exclusion') !== isTurned
}

/** What a rule names as had itself and whole, not as what something is for or comes from. */
function termsIn(text: string, readings: readonly Reading[]): readonly string[] {
  return readings.flatMap((reading) =>
    reading.type === 'concept' &&
    (reading.term === anyCancer || !inState.test(text.slice(0, reading.span.start))) &&
    !ofSomething.test(text.slice(0, reading.span.start)) &&
    !asTreatment.test(text.slice(reading.span.end))
      ? [reading.term]
      : [],
  )
}

/** What a rule says beside the names of illnesses in it. */
function besideNames(text: string, readings: readonly Reading[]): string {
  let left = text
  for (const { type, span } of readings)
    if (type === 'concept')
      left = left.slice(0, span.start) + ' '.repeat(span.end - span.start) + left.slice(span.end)
  return left
}

const ofSomething =
  /(?:\b(?:for|from|against|due to|caused by|because of|secondary to|related to|associated with|risk of|(?:treatment|therapy|surgery|signs?|symptoms?) of|other than|except\w*(?: for)?|excluding)(?: [\w-]+){0,2}\s*|\banti-?\s?)$/i
/** How an illness is at the moment is what keeps out: whoever has the study's own may tell that. */
const inState =
  /\b(?:(?:un|poorly |badly |inadequately |not )controlled|unstable|decompensated|sever\w+|end[- ]stage|acute|untreated|recurrent|refractory|exacerbations? of|episodes? of|attacks? of)[\s,]+(?:(?:or |and )?\w+[\s,]+){0,3}$/i
/** "Cancer therapy"; "heart failure with …" is a kind that the words after it tell. */
const asTreatment =
  /^[\s-]*(?:related|induced|therap|treatment|drug|medic|agent|surg|screen|with\b|without\b|due to|caused by|secondary to)/i

function besideOwn(
  text: string,
  ask: Extract<CriterionAsk, { kind: 'rule' }>,
  {
    own,
    terms,
    beside,
  }: { readonly own: Own; readonly terms: readonly string[]; readonly beside: string },
): CriterionAsk {
  const { rule } = ask
  const illnesses = illnessesOf(rule)
  if (illnesses.length === 0) return ask
  const isOfCancer = own.wider.has(anyCancer)
  if (isOfCancer && illnesses.some(isAnyCancer) && ofAnother.test(text) && !ofNone.test(text))
    return { ...ask, rule: withAnother(rule) }
  if (illnesses.some((one) => saysAnother(one) || isApart(one))) return ask
  if (rule.isWide && !(isOfCancer && illnesses.every(isAnyCancer))) return ask
  if (illnesses.length === 1 && isOtherKind(beside, own)) return ask
  const isBare = illnesses.some(({ like, tails }) => like.length + tails.length === 0)
  const isOwn = terms.some(
    (term) => own.wider.has(term) && (term === anyCancer || isBare || !own.itself.has(term)),
  )
  if (!isOwn) return ask
  // "Do you have cancer?" is answered yes by everybody in a study of one.
  if (isOfCancer && isBare && illnesses.every(isAnyCancer)) return { kind: 'site' }
  return { ...ask, rule: { ...rule, isWide: true, isPart: true } }
}

/**
 * "Zorbic cardiomyopathy", "leukaemia of the brain", in a study that says neither: whoever has the study's own tells it from
 * that. What stands in the name of the illness itself is no such word.
 */
function isOtherKind(beside: string, own: Own): boolean {
  if (/[,;/]|\b(?:and|or)\b/i.test(beside.replace(/[\s.,;]+$/, '')) || ofAnyKind.test(beside))
    return false
  const said = beside.toLowerCase().match(kinds) ?? []
  return said.some((one) => !new RegExp(`(?<![\\w-])${one.slice(0, 4)}`).test(own.names))
}

/** "Pulmonary disease" is the wider name of many. */
const ofAnyKind =
  /\b(?:central nervous system|CNS|meningeal|cerebral|spinal|ocular|cutaneous|pulmonary|renal|hepatic|cardiac)\)? (?:disease|disorder|illness|condition|dysfunction|insufficienc|failure|malformation|abnormalit|patholog|problem|comorbid|involvement)/i

/** Words that say of which kind or part an illness is, and not how it is at the moment. */
const kinds =
  /(?<![\w-])(?:isch(?:a)?emic|dilated|hypertrophic|restrictive|infiltrative|valvular|rheumatic|congenital|hereditary|alcoholic|autoimmune|gestational|peripartum|central nervous system|CNS|meningeal|cerebral|spinal|ocular|cutaneous|pulmonary|renal|hepatic|cardiac)\b/gi

/** People who have none, or whom no cancer at all is let. */
const ofNone =
  /\b(?:controls?|healthy|volunteers?)\b|\bany (?:prior |previous )?(?:malignan|cancer|neoplas)\w*/i

type Thing = Extract<AskedItem, { name: unknown }>

/** What is asked as had or as had before, and is no treatment. */
function illnessesOf(rule: AskedRule): readonly Thing[] {
  if (rule.ask === 'several') return rule.rules.flatMap(illnessesOf)
  if (rule.ask !== 'things' || (rule.frame !== 'have' && rule.frame !== 'had')) return []
  return rule.what.things.filter(isThing).filter(isIllness)
}

/** Metastases are told of by where they are, and are no illness of their own. */
function isIllness({ name }: Thing): boolean {
  return name.kind === undefined && !name.fr.startsWith('métastase')
}

function withAnother(rule: AskedRule): AskedRule {
  if (rule.ask === 'several') return { ...rule, rules: rule.rules.map(withAnother) }
  if (rule.ask !== 'things' || (rule.frame !== 'have' && rule.frame !== 'had')) return rule
  const things = rule.what.things.map((one) =>
    isThing(one) && isAnyCancer(one) && !saysAnother(one)
      ? { ...one, like: [another, ...one.like] }
      : one,
  )
  return { ...rule, what: { ...rule.what, things } }
}

function saysAnother({ name, like }: Thing): boolean {
  return like.includes(another) || /^(?:an)?other\b/.test(name.en)
}

/** "Lung disease other than asthma"; of cancers, those that are let off are seldom the study's own. */
function isApart(one: Thing): boolean {
  return !isAnyCancer(one) && one.tails.some(({ tail }) => tail === 'except')
}

/** A cancer or tumour of which no part of the body is said. */
function isAnyCancer({ name }: Thing): boolean {
  return /^(?:cancer|tumeur)(?: (?:maligne|primitive?|actif|active|invasif))?$/.test(name.fr)
}

const anyCancer = 'Neoplasms'
/** "Other active malignancies", "history of a cancer", "a tumour other than": of a patient of such a study, another. */
const ofAnother =
  /\b(?:other(?! than)|another|concurrent\w*|concomitant\w*|second|secondary|synchronous|additional|simultaneous\w*|co-?existing|different|prior|previous\w*|history)[\s,/]+(?:[\w-]+[\s,/]+){0,4}?(?:malignan\w+|cancers?|neoplas\w+|tumou?rs?|carcinomas?)\b|\b(?:malignan\w+|cancers?|neoplas\w+|tumou?rs?) (?:other than|besides)\b/i
