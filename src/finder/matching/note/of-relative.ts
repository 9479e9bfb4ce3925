import type { Evidence, Patient } from '../patient/patient.ts'

/**
 * A note that somebody writes for a grown relative ("My dad is 71 and has gout") with "he" or "she" in the place of the
 * relative, so that it reads as one about the person; of the same length. Undefined where the writer tells of themselves.
 */
export function asOfRelative(text: string): string | undefined {
  const found = subject.exec(text.slice(0, 400))
  const relative = found?.groups?.['en'] ?? found?.groups?.['fr']
  if (!found || !relative) return undefined
  if (
    /(?<!\p{L})(?:i am|i['’]m|i have|j['’]ai|je suis) (?!\p{L}*(?:writ|[ée]cri))/iu.test(
      text.slice(0, found.index),
    )
  )
    return undefined
  const isFrench = found.groups?.['fr'] !== undefined
  const isFemale =
    /^(?:mo|mum|m[èe]re|maman|wife|sis|aunt|gran(?:ny|dm)|nan|femme|[ée]pouse|s(?:œ|oe)|tante|belle|grand[ -]?m)/iu.test(
      relative,
    )
  const pronoun = isFrench ? (isFemale ? 'Elle' : 'Il') : isFemale ? 'She' : 'He'
  const all = new RegExp(`(?<!\\p{L})(?:my|our|mon|ma|notre) ${relative}(?!\\p{L})`, 'giu')
  return text.replace(all, (words) => pronoun.padStart(words.length, '\u2060'))
}

const grown = {
  en: 'dad|father|daddy|mom|mum|mother|husband|wife|partner|brother|sister|uncle|aunt|grand(?:mother|father|ma|pa|dad|mum|mom)|granny|nan|friend|(?:mother|father|brother|sister)-in-law',
  fr: 'p[èe]re|m[èe]re|papa|maman|mari|femme|[ée]pouse|[ée]poux|fr[èe]re|s(?:œ|oe)ur|oncle|tante|conjointe?|compagnon|compagne|grands?[ -](?:p[èe]re|m[èe]re)|beau-p[èe]re|belle-m[èe]re|amie?',
}
/** The relative is who the sentence is about, and their age follows. */
const subject = new RegExp(
  `(?<!\\p{L})(?:(?:my|our) (?<en>${grown.en}),?(?: \\p{Lu}\\p{Ll}+,?)? (?:is|who is|turned|\\(?aged?|\\()[^.;]{0,20}?\\d{2}(?!\\d| ?(?:mg|kg|cm))|(?:mon|ma|notre) (?<fr>${grown.fr}),?(?: \\p{Lu}\\p{Ll}+,?)? (?:(?:a|qui a|[âa]g[ée]e? de|est [âa]g[ée]e? de) )?\\d{2,3} ans)`,
  'iu',
)

/** What was read of the changed text, with the words of the note itself as its evidence. */
export function withOwnWords(patient: Patient, text: string): Patient {
  const own = (_key: string, value: unknown): unknown =>
    isEvidence(value) ? { ...value, text: text.slice(value.start, value.end) } : value
  // All of it is plain data.
  return JSON.parse(JSON.stringify(patient, own)) as Patient
}

function isEvidence(value: unknown): value is Evidence {
  return typeof value === 'object' && value !== null && 'text' in value && 'start' in value
}
