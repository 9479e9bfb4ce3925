import { tokens } from '../../vocabulary/fold.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { isNarrowerName } from '../../vocabulary/narrower-names.ts'
import type { Evidence, Finding } from '../patient/patient.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { type Division, divisions, valuesIn } from './exclusive-words.ts'
import { kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { hasOtherWaysIn } from './one-way-in.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * A requirement of one illness of one kind, of who has that illness of another kind: "paroxysmal atrial fibrillation" and a permanent
 * one, "severe asthma" and a mild one. All that the record says of the illness must be of the other kind. Rule `exclusive-kind@1`.
 */
export function exclusiveKindVerdict(one: Case): Judgement | undefined {
  const { text, kind } = one
  if (kind !== 'inclusion' || text.length > longest || hasOtherWaysIn(text)) return undefined
  if (turning.test(text)) return undefined
  const asked = askedKind(one)
  if (!asked || !asked.isOnly) return undefined
  for (const { division, values } of asked.kinds) {
    const said = asked.findings.map((finding) => ({
      finding,
      own: valuesIn(division, around(finding)),
    }))
    const others = said.filter(({ own }) => own.size > 0)
    const isOther = others.every(({ own }) => [...own].every((value) => !values.has(value)))
    const [first] = others
    if (first && isOther && !changing.test(first.finding.evidence.text))
      return { verdict: 'not met', reason: 'stated facts', evidence: [first.finding.evidence] }
  }
  return undefined
}

/**
 * One illness with words of its kind alone, of who is said to have it of that kind, in whichever language: "acute otitis media" and
 * "otite moyenne aiguë". Rule `same-kind@1`.
 */
export function sameKindVerdict(one: Case): Judgement | undefined {
  const { text, kind, vocabulary } = one
  if (kind === 'unspecified' || text.length > 90 || turning.test(text) || /[,;/]/.test(text))
    return undefined
  const asked = askedKind(one)
  if (!asked || !asked.isOnly) return undefined
  let rest = withoutParts(text, diseasesAsked(text, vocabulary))
  for (const { division } of asked.kinds)
    for (const value of division.values) rest = rest.replaceAll(value, ' ')
  if (askedWords(rest).some((word) => !idle.test(word)) || /\d/.test(rest)) return undefined
  const term = diseasesAsked(text, vocabulary)[0]?.term ?? ''
  const kinds = kindsOf(term, vocabulary)
  const found = asked.findings.find(
    (finding) =>
      kinds.has(finding.term) &&
      asked.kinds.every(({ division, values }) => {
        const own = valuesIn(division, around(finding))
        return own.size > 0 && [...own].every((value) => values.has(value))
      }),
  )
  if (!found) return undefined
  const verdict = kind === 'exclusion' ? 'not met' : 'met'
  return { verdict, reason: 'stated facts', evidence: [found.evidence] }
}

const idle = /^(?:clinically|confirmed|diagnos\w*|documented|newly|symptomatic)$/i

/**
 * True where a criterion asks for a kind of an illness that the vocabulary has no name for, and the words of the record do not say
 * that kind: an "atrial fibrillation" by itself tells nothing of a "paroxysmal" one, for or against.
 */
export function isOfUnsaidKind(one: Case, evidence: readonly Evidence[]): boolean {
  const { text, vocabulary } = one
  return diseasesAsked(text, vocabulary).some(({ start, end, term }) => {
    const written = text.slice(start, end)
    if (isOfNarrowerName(written, term, evidence, one)) return true
    return divisions.some((division) => {
      if (division.of && !division.of.test(written)) return false
      const values = valuesIn(division, written)
      if (values.size === 0 || valuesIn(division, term).size > 0) return false
      return !evidence.some((said) =>
        [...valuesIn(division, said.text)].some((value) => values.has(value)),
      )
    })
  })
}

/** "Juvenile psoriatic arthritis" is a kind that the vocabulary files under all juvenile arthritis: the record must say its words. */
function isOfNarrowerName(
  written: string,
  term: string,
  evidence: readonly Evidence[],
  { vocabulary, patient }: Case,
): boolean {
  const concept = vocabulary.byName(term)
  if (!concept || !isNarrowerName(written, concept)) return false
  const own = new Set(tokens(term))
  const more = tokens(written).filter((word) => !own.has(word))
  return !evidence.some((own) => {
    const line = patient.lines.find(
      ({ evidence: { start, text } }) => start === own.start && text === own.text,
    )
    const said = new Set(tokens(line?.affirmed ?? own.text))
    return more.every((word) => said.has(word))
  })
}

/** What was so of it may be otherwise now. */
const changing =
  /\b(?:previously|became|become|turned|relaps\w*|flare\w*|exacerbat\w*|worsen\w*|on chronic|rechut\w*|poussée|devenue?|désormais|auparavant|aggrav\w*)(?![\p{L}])/iu
const longest = 250
const turning =
  /\b(?:unless|except\w*|other than|if|no|not|without|never|history|previous\w*|prior|past|family|relatives?|mothers?|fathers?|risk|suspected|prevent\w*|at diagnosis|onset|initial\w*|excluding|regardless|irrespective|or)\b(?! (?:equal|more|higher|greater|moderate|severe|mild|chronic|acute|persistent|permanent))/i

interface AskedKind {
  readonly kinds: readonly { readonly division: Division; readonly values: ReadonlySet<number> }[]
  readonly findings: readonly Finding[]
  readonly isOnly: boolean
}

function askedKind({ text, patient, vocabulary }: Case): AskedKind | undefined {
  const named = diseasesAsked(text, vocabulary)
  const [first, ...more] = named.filter(({ start, end }) => !isDividing(text.slice(start, end)))
  if (!first || more.some(({ term }) => term !== first.term)) return undefined
  const phrase = `${before(text.slice(0, first.start))}${text.slice(first.start, first.end)}${after(text.slice(first.end))}`
  const kinds = divisions.flatMap((division) => {
    if (division.of && !division.of.test(phrase)) return []
    const values = valuesIn(division, phrase)
    return values.size === 0 ? [] : [{ division, values }]
  })
  if (kinds.length === 0) return undefined
  const own = patient.findings.filter(({ of, rule }) => of === 'patient' && rule === undefined)
  const bare = bareWords(text.slice(first.start, first.end))
  const findings = own.filter((finding) => isThat(finding, first.term, bare, vocabulary))
  const isOnly = findings.every(({ presence, when }) => presence === 'present' && when === 'now')
  return findings.length === 0 ? undefined : { kinds, findings, isOnly }
}

/** "Gallstone pancreatitis": an illness that only says of which kind another is. */
function isDividing(written: string): boolean {
  return divisions.some(
    (division) =>
      valuesIn(division, written).size > 0 && bareWords(written).replaceAll(/\W/g, '') === '',
  )
}

/** The same illness, a kind of it, or one that has the same words beside the dividing ones. */
function isThat(
  { term, words }: Finding,
  asked: string,
  bare: string,
  vocabulary: Vocabulary,
): boolean {
  if (kindsOf(asked, vocabulary).has(term) || kindsOf(term, vocabulary).has(asked)) return true
  if (bareWords(term) === bareWords(asked)) return true
  const said = new Set(tokens(words))
  return bare !== '' && bare.split(' ').every((word) => said.has(word))
}

function bareWords(text: string): string {
  let rest = text
  for (const { values } of divisions) for (const value of values) rest = rest.replaceAll(value, ' ')
  return tokens(rest).join(' ')
}

/** Words that stand right before a name and are of it: up to a comma, a verb or a preposition. */
function before(text: string): string {
  return lead.exec(text)?.[0] ?? ''
}

function after(text: string): string {
  return tail.exec(text)?.[0] ?? ''
}

const lead =
  /(?:(?:(?!\b(?:with|of|in|and|but|no|not|without|mais|pas|sans|ni|who|have|has|is|are|de|du|des|une?|la|le|et|with|for|by|to|has|had|avec|pour)\b)[\p{L}\d-]+|or|to)[ /]+){0,4}$/iu
const tail =
  /^(?:,? in (?:[\p{L}]+ ){0,2}remission|,? en rémission|,? (?:type|de type) \w+|,? (?:which is |that is |qui est )?(?!(?:with|and|who|on|in|treated|since|requiring|diagnosed|at|for|but|est|is|has|avec|et|traitée?|sous|depuis|chez|a|à)(?!\p{L}))[\p{L}-]+){0,2}/iu

/** A finding's own words in its sentence, with what stands right beside. */
function around({ words, evidence: { text } }: Finding): string {
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  if (at < 0) return words
  return `${before(text.slice(0, at))}${words}${after(text.slice(at + words.length))}`
}
