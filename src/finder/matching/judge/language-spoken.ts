import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'

/**
 * Speaking a language, against what the record says of it: "Not English-speaking" and "speaks only Portuguese", "needs an
 * interpreter". Of a child the parents may speak. Rule `language-spoken@1`.
 */
export function languageSpokenVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind === 'unspecified' || text.length > longest) return undefined
  const language = asked.exec(text)?.[0]?.toLowerCase()
  if (language === undefined || !ofSpeech.test(text)) return undefined
  const isLacking = lacking.test(text)
  if (isLacking !== (kind === 'exclusion') || /\bor\b|\//.test(text.replace(harmlessOr, ' ')))
    return undefined
  const said = saidOf(patient)
  if (!said) return undefined
  const isOther = said.only !== undefined && said.only !== language
  const isNot = said.not?.startsWith(language.slice(0, 5)) === true
  if (isOther || isNot)
    return { verdict: 'not met', reason: 'stated facts', evidence: [said.evidence] }
  return kind === 'exclusion'
    ? { verdict: 'unknown', reason: 'near what the person has', evidence: [said.evidence] }
    : undefined
}

const longest = 200
const asked =
  /\b(?:English|French|Spanish|German|Italian|Portuguese|Dutch|Chinese|Mandarin|Japanese|Arabic)\b/i
const ofSpeech = /\b(?:speak\w*|fluen\w*|read|understand\w*|language|literate|proficien\w*)\b/i
const lacking =
  /\b(?:not|non|unable|inability|cannot|can't|does not|do not|lack\w*|no|poor|insufficient|inadequate|limited)\b/i
const harmlessOr =
  /\b(?:read|speak|understand|write|comprehend|reading|writing|speaking|understanding|unable|inability|unwilling)\w* or (?:read|speak|understand|write|comprehend|reading|writing|speaking|understanding|unable|inability|unwilling)\w*/gi

interface Said {
  readonly only?: string
  readonly not?: string
  readonly evidence: Evidence
}

const saidOf = onceAPatient(({ lines }: Patient): Said | undefined => {
  for (const { evidence } of lines.slice(0, 400)) {
    const { text } = evidence
    const only =
      /\bspeaks? (?:only|no language but) (\p{L}+)(?!\p{L})/iu.exec(text)?.[1] ??
      /\bne parle que (?:le |l['’])?(\p{L}+)(?!\p{L})/iu.exec(text)?.[1]
    const not =
      /\b(?:speaks?|understands?|reads?) (?:no|(?:very )?little|hardly any) (\p{L}+)|\b(?:does not|do not|doesn['’]t|cannot) (?:speak|understand|read) (\p{L}+)/iu.exec(
        text,
      )
    const french =
      /(?<!\p{L})(?:parle|comprend|lit) (?:très )?(?:peu|mal) (?:le |l['’])?(\p{L}+)|(?<!\p{L})ne (?:parle|comprend|lit) pas (?:le |l['’])?(\p{L}+)/iu.exec(
        text,
      )
    const needs = /\b(?:interpreter|interprète|translator)\b/i.test(text)
    const named = (text.match(/\p{L}+/gu) ?? []).filter((word) => languages.has(word.toLowerCase()))
    const spoken =
      only === undefined || named.length > 1 ? undefined : languages.get(only.toLowerCase())
    if (spoken !== undefined) return { only: spoken, evidence }
    if (not) return { not: (not[1] ?? not[2] ?? '').toLowerCase(), evidence }
    const lacks = languages.get((french?.[1] ?? french?.[2] ?? '').toLowerCase())
    if (lacks !== undefined) return { not: lacks, evidence }
    if (needs) return { evidence }
  }
  return undefined
})

/** By their names in both languages, in English. */
const languages: ReadonlyMap<string, string> = new Map(
  'english anglais|french français|spanish espagnol|german allemand|italian italien|portuguese portugais|dutch néerlandais|chinese chinois|mandarin mandarin|japanese japonais|arabic arabe|russian russe|turkish turc|polish polonais|romanian roumain|ukrainian ukrainien|tamil tamoul|somali somali|vietnamese vietnamien|hindi hindi|bengali bengali|urdu ourdou|farsi persan|korean coréen|greek grec|bulgarian bulgare|albanian albanais|swahili swahili|punjabi penjabi'
    .split('|')
    .flatMap((pair): (readonly [string, string])[] => {
      const [english = '', french = ''] = pair.split(' ')
      return [
        [english, english],
        [french, english],
      ]
    }),
)
