import type { AboutPregnancy, AskedRule, SetPhrase } from '../../../words/language/asked.ts'
import type { WrittenRule } from './asked-rule.ts'
import { bodyPartsIn } from './body-parts.ts'
import { languagesIn } from './language-phrases.ts'
import type { Topic } from './topic.ts'
import { asking } from './topics-asked-for.ts'
import { keepingOut, ofEither } from './topics-kept-out.ts'

/**
 * What a rule speaks of, where nothing in it was read: a reaction to something, an operation ahead, the part of the body where a
 * problem is. Neither answer tells the rule, and the site asks the rest; but of one bare thing that keeps out, and that what is
 * asked holds whole, a no tells. Nothing of somebody else, and nothing that is let in. Rule `spoken-topics@1`.
 */
export function spokenTopicOf({ kind, text }: WrittenRule): AskedRule | undefined {
  const said = withoutLabel(text)
  if (text.length > mostText || noRule.test(text) || lettingIn.test(said.replaceAll(kept, ' ')))
    return undefined
  const [, lead] = kind === 'exclusion' ? [] : (denial.exec(said) ?? [])
  const isOut = kind === 'exclusion' || lead !== undefined
  const rest = (lead === undefined ? said : said.slice(lead.length)).replace(exception, '')
  if (ofOthers.test(rest)) return undefined
  const first = firstSentence(rest)
  const isTurned = lead !== undefined
  if (kind !== 'exclusion' && notPregnant.test(said) && !/\btests?\b/i.test(said))
    return pregnancy(said)
  const topic = topicIn(first, kind === 'exclusion', isOut)
  if (topic) return askedOf(topic, { first, rest, isTurned, isBare: kind === 'exclusion' })
  if (kind !== 'inclusion' || isOut) return problemOf(first, rest, kind, isTurned)
  return undefined
}

/** "Illness that would rule out a zorb", "causes of zorbs other than blurgs": what such words lead to is not what the rule is about. */
function withoutReason(text: string): string {
  return text.replace(reason, '')
}

const reason =
  /\b(?:(?:that|which|who) (?:\w+ ){0,3}(?:preclud|prevent|contra-?indicat|interfer|complicat|compromis|limit|affect|mimic|caus|explain|account|simulat|require)\w*|preclud\w+|incompatible with|compromis\w+|contra-?indicating|mimic\w*|interfer\w+ with|suggest\w* of|(?:symptoms|signs|complaints) (?:suggest\w*|consistent)|causes? of|other causes?|causing|account\w* for|explain\w*|secondary to|due to|caused by|because of|as a result of|likely to|prior to|before|at risk (?:of|for)|in need of|testing for|evaluation (?:of|for)|survival (?:of|from)|ability to|department|clinic)\b.*$/is

const mostText = 300
/** "Prior to administration of the investigational product": of this study, and when. */
const studyAnchor =
  /\b(?:prior to|before|preceding|after|following|since|until)\s+(?:the\s+|their\s+)?(?:(?:first|last|final|initial|start|starting|initiation|beginning|administration|doses?|dosing|receipt|receiving|use|treatment|intake|infusion|injection|vaccination)\s+(?:of\s+|with\s+)?(?:the\s+)?)*(?:study|trial|investigational|experimental)\s+(?:\w+\s+)?(?:drugs?|products?|treatments?|medications?|agents?|interventions?|therap(?:y|ies)|vaccines?|devices?)\b/gi
const aside = /\s*[([][^()[\]]*[)\]]/g

/** "Renal: …": what it is filed under. */
function withoutLabel(text: string): string {
  return text.replace(/^\W*(?:[\p{L} /-]{3,40}:\s+)+(?=\S)/u, '')
}

function firstSentence(text: string): string {
  const [first = ''] = text.split(/(?<=[\p{L}\d)%]{2})[.;!?]\s+(?=[\p{Lu}\d(])/u)
  return first
}

const notPregnant =
  /\b(?:not (?:be |currently |become )*(?:pregnant|lactating|nursing|breast-?feeding)|non-?pregnant|no (?:pregnan\w*|lactat\w*|nursing))\b/i

function pregnancy(text: string): AskedRule {
  const about: AboutPregnancy[] = []
  if (/\bpregnan/i.test(text)) about.push('pregnant')
  if (/\b(?:lactat|nursing|breast-?feed)/i.test(text)) about.push('nursing')
  return { ask: 'pregnancy', about, isTurned: true, isWide: true, isPart: true }
}

interface Found {
  readonly topic: Topic
  /** Asked the other way round than it is among what keeps out. */
  readonly isDenied: boolean
}

function topicIn(text: string, isExclusion: boolean, isOut: boolean): Found | undefined {
  const now = text.replaceAll(studyAnchor, ' ')
  const plain = withoutReason(now)
  const bare = plain.replaceAll(aside, ' ')
  const is = (topic: Topic): boolean => {
    if (text.length > (topic.most ?? mostText) || topic.never?.test(text) === true) return false
    const named = topic.isWhole === true ? bare : plain
    const said = ofThings.has(topic.phrase) ? named : now
    return topic.says.every((one, at) => one.test(at === topic.says.length - 1 ? said : now))
  }
  const either = ofEither.find(is)
  if (either) return { topic: either, isDenied: isOut && either.isAsked === true }
  const isDenied = isExclusion && unable.test(text)
  const list = isOut && !isDenied ? keepingOut : asking
  const topic = list.find((one) => is(one) && (!isDenied || ofAbility.has(one.phrase)))
  return topic && { topic, isDenied }
}

/** What a person has, had or gets: it is asked only where the rule is about it. */
const ofThings: ReadonlySet<SetPhrase> = new Set([
  'alcoholOrDrugs',
  'alcoholUse',
  'bloodGiven',
  'cameBack',
  'cancer',
  'cancerTreatment',
  'geneTest',
  'hiv',
  'hivOrHepatitis',
  'implant',
  'infection',
  'operationAhead',
  'operationBefore',
  'spread',
  'tobacco',
  'transplant',
  'viralHepatitis',
])

/** What a person can do or has: "unable to walk", "no telephone", "unwilling to sign". */
const ofAbility: ReadonlySet<SetPhrase> = new Set([
  'comply',
  'consent',
  'contraception',
  'insurance',
  'internet',
  'liveNear',
  'negativePregnancyTest',
  'questionnaires',
  'studyLanguage',
  'swallow',
  'walk',
])

interface Asked {
  readonly first: string
  readonly rest: string
  readonly isTurned: boolean
  readonly isBare: boolean
}

function askedOf({ topic, isDenied }: Found, { first, rest, isTurned, isBare }: Asked): AskedRule {
  const languages = topic.phrase === 'studyLanguage' ? languagesIn(first) : []
  const turned = isTurned !== isDenied
  if (languages.length > 0)
    return { ask: 'speaks', languages, isTurned: turned, isWide: true, isPart: true }
  const isWhole = topic.isWhole === true && isBare && !turned && isOneThing(rest)
  return { ask: 'set', phrase: topic.phrase, isTurned: turned, ...marks(isWhole) }
}

function marks(isWhole: boolean): Pick<AskedRule, 'isWide' | 'isPart'> {
  return isWhole ? { isWide: true } : { isWide: true, isPart: true }
}

/** A problem of a part of the body: among what keeps out, or denied. */
function problemOf(
  first: string,
  rest: string,
  kind: WrittenRule['kind'],
  isTurned: boolean,
): AskedRule | undefined {
  const about = withoutReason(first)
  const bare = about.replaceAll(aside, ' ')
  const own = bodyPartsIn(bare)
  const parts = own.length > 0 ? own : bodyPartsIn(about)
  if (parts.length === 0 || parts.length > mostParts || noProblem.test(first)) return undefined
  if (kind === 'unspecified' && !isTurned && !illness.test(bare)) return undefined
  const phrase: SetPhrase = 'problemWith'
  const isWhole = kind === 'exclusion' && own.length > 0 && isOneThing(rest) && illness.test(bare)
  return { ask: 'set', phrase, parts, isTurned, ...marks(isWhole) }
}

const mostParts = 3

/** What is taken, done or measured is no problem of the part that it names. */
const noProblem =
  /\b(?:no|not|without|absence|never|free|negative|normal|adequate|reasons?|litigation|compensation|rehab\w*|training|visits?|frequency|bone age|score|sequestrants?|growth factors?|excision|modality|cross-?over|originate|dreams|distance|unable|inability|unwilling|refus\w+|able|stable|treatments?(?! of)|taking|use of|using|inhibitors?|blockers?|agonists?|antagonists?|medications?|drugs?|agents?|\w*steroids?|replacement|doses?|dosages?|\w*therap(?:y|ies)|radiation|irradiat\w*|tumou?rs?|metasta\w*|transplant\w*|donor|vaccin\w*|scan\w*|MRI|CT|ultrasound|tests?|sampling|angiogra\w*|echocardiogra\w*|surger\w+|surgical|procedure\w*|ectomy|implant\w*|catheter\w*|monitoring|study|trial|plan\w*|schedul\w+|risk|predispos\w*|suitab\w+|access|clinic|unit|ward|hospital|[<>≤≥])\b|[<>≤≥]/i
const illness =
  /\b(?:disease\w*|disorders?|illness\w*|conditions?|failure|dysfunction|insufficiency|infarction|impairment|abnormalit\w+|defects?|problems?|pathology|pathologies|syndromes?|injur\w+|\p{L}+(?:itis|osis|oses|opath(?:y|ies)|emia|aemia|sclerosis|plegia|algia|rhythmias?))\b/iu

/** One thing alone: no row, and nothing after a full stop. */
function isOneThing(text: string): boolean {
  const bare = text.replaceAll(/\s*[([][^()[\]]*[)\]]/g, '').replace(/[\s.,;]+$/, '')
  return !/[,;:/]|\.\s|\b(?:or|and|unless|except\w*|other|than|besides|apart|if|not|no|without|lack|absence)\b/i.test(
    bare,
  )
}

const unable =
  /\b(?:unable|inability|cannot|can ?not|incapab\w+|unwilling\w*|no|not|without|lack\w*|refus\w+|declin\w+|impossib\w+|absence|never|insufficient|inadequate|other than)\b/i
/** Who must not have something, among what is asked for; with the words up to it. */
const denial =
  /^(\W*(?:(?:patients?|subjects?|participants?|individuals?|volunteers?|must|should|who|with|have|has|had|are|is|be|the|cannot|may|will)\s+)*(?:no|not|without|absence of|free (?:of|from))\s+(?!more\b|less\b|greater\b|higher\b|lower\b|fewer\b|older\b|younger\b))/i
const kept = /\b(?:not (?:be )?(?:eligible|allowed|permitted|acceptable)|ineligible)\b/gi
const lettingIn =
  /\b(?:will be (?:included|eligible|considered)|permissible|allowed|permitted|eligible|acceptable|accepted|regardless|irrespective|(?:may|can|could) (?:also )?(?:be (?:included?|enrol\w*|considered)|participate|continue)|not (?:be )?(?:exclu\w+|required|considered)|waive\w*|does not exclude)\b/i
const exception =
  /[\s,(]+\b(?:unless|except\w*|other than|excluding|apart from|with the exception)\b.*$/is
/** What is no rule of one person: notes, titles, tables. */
const noRule =
  /:\s*$|\b(?:indicates|refers? to|is defined as|are defined as|means|abbreviations?|appendix|cohorts?|arms?|groups?|phases?|stratum|strata|dose (?:expansion|escalation)|parts? [A-Z\d]|controls?|matched|enrolling|are considered|will undergo|will be (?:recruited|enrolled|asked|performed|tested|queried))\b/i
const ofOthers =
  /\b(?:households?|famil\w+|relatives?|siblings?|mothers?|fathers?|maternal|paternal|parents?|parental|partners?|spouses?|donors?|contacts?|fetus|fetal|foetal|deceased|infants? of|staff)\b/i
