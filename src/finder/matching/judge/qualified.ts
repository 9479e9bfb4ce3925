import { tokens } from '../../vocabulary/fold.ts'
import type { Finding } from '../patient/patient.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { windowOf } from './time-window.ts'
import { asksOfEarlier } from './words.ts'

/**
 * One disease with the words that narrow it, where the record says the disease with the very same words before it:
 * "moderate to severe hearing loss", "uncontrolled hypertension". A disease that is there now is within any window that ends
 * today, and is in its history. Rule `qualified@1`.
 */
export function qualifiedVerdict({ text, kind, patient, vocabulary }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || turning.test(text)) return undefined
  const windowed = windowOf(
    text.replace(ofValves, 'valvular heart disease').replace(ofBrain, 'brain metastases'),
  )
  if (!windowed) return undefined
  const named = diseasesAsked(windowed.rest, vocabulary)
  const [one] = named
  if (!one || named.some(({ term }) => term !== one.term)) return undefined
  const before = windowed.rest.slice(0, one.start)
  const asked = askedBefore(before)
  const last = named.at(-1) ?? one
  const after = tokens(windowed.rest.slice(last.end))
  if (!asked || after.some((word) => !behind.test(word))) return undefined
  if (/\d|\(/.test(windowed.rest.slice(0, one.start) + windowed.rest.slice(last.end)))
    return undefined
  if (asksOfEarlier.test(windowed.rest)) return undefined
  const isPast = /\b(?:history|prior|previous(?:ly)?|past|antécédents?)\b/i.test(before)
  const isMore = isPast || windowed.days !== undefined || after.length > 0 || named.length > 1
  if (asked.length === 0 && !isMore) return undefined
  const kinds = kindsOf(one.term, vocabulary)
  const isOperated = patient.treatments.some((each) => anOperation.test(each.name))
  const words = isOperated ? asked : asked.filter((word) => !asItIs.test(word))
  const isLong = words.length === 1 && words[0] === 'chronic'
  const found = patient.findings.filter(
    (finding) =>
      isSaid(finding) &&
      kinds.has(finding.term) &&
      (isSoNamed(finding, words) || (isLong && isLasting(finding))),
  )
  const now = found.find(({ when }) => when === 'now')
  const said = now ?? (isPast && windowed.days === undefined ? found[0] : undefined)
  return said && { verdict: 'not met', reason: 'stated facts', evidence: [said.evidence] }
}

/** "Permanent", "persistent", "for ten years" is chronic, and so is what is called so. */
function isLasting({ term, words, evidence: { text } }: Finding): boolean {
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  const around = text.slice(Math.max(0, at - 16), at + words.length + 16)
  return /\bchronic\b/i.test(term) || (at >= 0 && lasting.test(around))
}

const lasting =
  /\b(?:chronic|permanente?|persistente?|persistant\w*|long-?standing|chronique|ancien(?:ne)?)\b/i

function isSaid({ of, presence, rule }: Finding): boolean {
  return of === 'patient' && presence === 'present' && rule === undefined
}

/** The words that narrow, as they stand before the disease; undefined where another word stands there. */
function askedBefore(text: string): readonly string[] | undefined {
  const bare = text.replace(lead, '')
  const words = tokens(bare.replace(linking, ' '))
  if (words.length === 0) return []
  return words.every((word) => narrowing.test(word)) ? tokens(bare) : undefined
}

/** Names that the vocabulary has in another form. */
const ofValves =
  /\b(?:cardiac |heart )?valv(?:e|ular) (?:heart |cardiac )?(?:diseases?|disorders?|lesions?)\b|\bvalvulopath(?:y|ies)\b/gi
const ofBrain = /\b(?:central nervous system|CNS) metasta(?:s[ei]s|tic disease)\b/gi

const lead =
  /^\W*(?:(?:patients?|subjects?|participants?|individuals?|people|who|adult|that|with|having|has|have|had|an?|the|any|known|confirmed|documented|diagnosed|diagnosis|presence|evidence|history|medical|personal|prior|previous(?:ly)?|past|current(?:ly)?|of)\W+)*/i
const linking = /\b(?:to|or|and)\b|[-,/]/gi

function isSoNamed({ evidence, words }: Finding, asked: readonly string[]): boolean {
  if (asked.length === 0) return true
  const at = evidence.text.toLowerCase().indexOf(words.toLowerCase())
  if (at < 0 || evidence.text.toLowerCase().indexOf(words.toLowerCase(), at + 1) >= 0) return false
  const before = tokens(evidence.text.slice(0, at)).slice(-asked.length)
  if (asked.every((word) => /^(?:clinical\w*|significant|relevant|serious)$/.test(word)))
    if (isSevere.test(evidence.text.slice(Math.max(0, at - 12), at + words.length + 12)))
      return true
  if (before.join(' ') === asked.join(' ') || isOneOfSpan(before.at(-1), asked)) return true
  const after = evidence.text.slice(at + words.length).replace(/^, (?=\p{L}+(?:[.;,]|$))/u, ' ')
  const [next = ''] = tokens(after.split(/[,;.(]/)[0] ?? '')
  return asked.length === 1 && (next === asked[0] || french.get(next) === asked[0])
}

/** In French the word that narrows stands behind: "ostéoporose sévère". */
const french: ReadonlyMap<string, string> = new Map(
  'severe severe|evolutive active|evolutif active|moderee moderate|modere moderate|legere mild|leger mild|aigue acute|aigu acute|chronique chronic|active active|metastatique metastatic|decompensee decompensated|instable unstable|recidivante recurrent|avancee advanced|refractaire refractory|symptomatique symptomatic'
    .split('|')
    .flatMap((pair): (readonly [string, string])[] => {
      const [from = '', to = ''] = pair.split(' ')
      return [[tokens(from)[0] ?? from, to]]
    }),
)

/** "Severe" is in "moderate to severe", and "moderate" too. */
function isOneOfSpan(word: string | undefined, asked: readonly string[]): boolean {
  const isSpan = asked.length === 3 && /^(?:to|or)$/.test(asked[1] ?? '')
  return isSpan && word !== undefined && (word === asked[0] || word === asked[2])
}

/** Who has had no operation has it as it is. */
const asItIs = /^(?:uncorrected|unrepaired|unoperated|uncorrect|unrepair)$/
const anOperation = /surger|operat|repair|replac|plast|ectom|valve|tavi|tavr|clip/i
/** Words of one thing with the name before them: "hepatitis C virus infected". */
const behind =
  /^(?:disease|disorder|condition|diagnosed|currently|infection|infected|infectee?|virus|viral|carriers?|illness|positive|positivity|seropositiv\w*)$/
/** What is severe is significant. */
const isSevere = /\b(?:severe|sévère|massive?|critical|advanced|avancée?)\b/i
const narrowing =
  /^(?:clinically|significant|relevant|mild|moderate\w*|severe\w*|serious|active|acute|chronic|uncontrolled|unstable|symptomatic|decompensated|advanced|recurrent|persistent|refractory|untreated|uncorrected|unrepaired|unoperated|permanent|paroxysmal|congenital|bilateral|metastatic|poorly|controlled|end|stage|profound|complete|critical|massive|extensive|progressive|idiopathic|secondary|primary)$/i
const turning =
  /\b(?:no|not|without|never|non|except\w*|unless|other than|apart from|if|plan\w*|schedul\w*|requir\w*|need\w*|due to|because|risk|family|suspected|possible|during|after|since|defined|as|by)\b/i
