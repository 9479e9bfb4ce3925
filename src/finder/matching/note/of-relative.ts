import type { Evidence, Patient } from '../patient/patient.ts'

/**
 * A note that somebody writes for a relative ("My son, 8 months old, has …", "My dad is 71 and has gout") with "he" or
 * "she" in the place of the relative, so that it reads as one about the person; of the same length. Undefined where no
 * relative is the subject, or where the writer tells of their own age or illness and not of the relative's age.
 */
export function asOfRelative(text: string): string | undefined {
  const start = text.slice(0, 400)
  const child = byCaregiver.exec(start)
  if (child) return withPronoun(text, child, child.groups?.['child'] ?? '')
  const found = subject.exec(start)
  const relative = found?.groups?.['en'] ?? found?.groups?.['fr']
  if (!found || !relative) return undefined
  if (ownAge.test(text.slice(0, found.index))) return undefined
  if (!itsAge.test(start.slice(found.index)) && ownHealth.test(text)) return undefined
  const isFrench = found.groups?.['fr'] !== undefined
  const pronoun = pronounOf(relative, isFrench)
  const lead = isFrench ? 'mon|ma|notre' : 'my|our'
  const all = new RegExp(`(?<!\\p{L})(${lead})( ${described})(${relative})(?!\\p{L})`, 'giu')
  return text.replace(
    all,
    (_, own: string, between: string, words: string) =>
      joiner.repeat(own.length) + between + pronoun.padStart(words.length, joiner),
  )
}

/** "Mother reports her son (11 months) has had diarrhoea": the child is who the note is about. */
const byCaregiver =
  /(?<!\p{L})(?:mother|mum|mom|father|dad|parents?|grandmother|grandfather|carer|foster carer|caller)(?! of)[^.;:]{0,30}?(?<!\p{L})(?:reports?|says?|states?|tells? (?:us|me)|reported|stated|said|called|calls|phoned|rang|rings|concerned|worried|brings|brought)(?!\p{L})[^.;]{0,24}?(?<!\p{L})(?:her|his|their) (?:\d{1,2}[- ](?:year|month|week|day)[- ]old |little |young |baby )?(?<child>son|daughter|baby|child|boy|girl)(?!\p{L})/iu

function withPronoun(text: string, { index, 0: told }: RegExpExecArray, child: string): string {
  const pronoun = /^(?:son|boy)$/i.test(child)
    ? 'He'
    : /^(?:daughter|girl)$/i.test(child)
      ? 'She'
      : 'They'
  const before = told.slice(0, told.length - child.length)
  // What is said of the one who tells stays.
  const lead = /[,(]/.test(before) ? before : joiner.repeat(before.length)
  const after = text.slice(index + told.length)
  return text.slice(0, index) + lead + pronoun.padStart(child.length, joiner) + after
}

/** Whether the writer tells of their own illness or age: then "my son" is a relative. */
export function tellsOfOneself(text: string): boolean {
  return ownHealth.test(text)
}

/** A sign without width, which no word holds. */
const joiner = '\u2060'

function pronounOf(relative: string, isFrench: boolean): string {
  if (/^(?:partner|friend)$/i.test(relative)) return 'They'
  const isFemale = female.test(relative)
  if (isFrench) return isFemale ? 'Elle' : 'Il'
  return isFemale ? 'She' : 'He'
}

const female =
  /^(?:mo|mum|m[èe]re|maman|wife|sis|aunt|gran(?:ny|dm|ddaughter)|daughter|girl|niece|nan|femme|[ée]pouse|s(?:œ|oe)|tante|belle|grand[ -]?m|fille|petite|ni[èe]ce|amie|conjointe|compagne)/iu

/** Between "my" and the relative: an age, or a word that tells one from others. */
const described =
  '(?:(?:\\d{1,3}[- ]?(?:years?|months?|weeks?|days?)[- ]?old|little|young|older?|elder|younger|eldest|youngest|new-?born|baby|teenage|adult|petite?|grande?|jeune|vieille?|vieux) )*'
const relatives = {
  en: 'dad|father|daddy|mom|mum|mother|husband|wife|partner|brother|sister|uncle|aunt|grand(?:mother|father|ma|pa|d?ad|mum|mom|son|daughter)|granny|nan|friend|(?:mother|father|brother|sister)-in-law|son|daughter|boy|girl|lad|lass|nephew|niece',
  fr: 'p[èe]re|m[èe]re|papa|maman|mari|femme|[ée]pouse|[ée]poux|fr[èe]re|s(?:œ|oe)ur|oncle|tante|conjointe?|compagnon|compagne|grands?[ -](?:p[èe]re|m[èe]re)|beau-p[èe]re|belle-m[èe]re|amie?|fils|fille|gar[çc]on|petit-fils|petite-fille|neveu|ni[èe]ce',
}
/** The relative is who the sentence is about: a verb, an age or an illness follows. */
const subject = new RegExp(
  `(?<!\\p{L})(?:(?:[Mm]y|MY|[Oo]ur) ${described}(?<en>${relatives.en})(?:,?(?: \\p{Lu}\\p{Ll}+,?)? (?:s?he(?: is|['’]s)|is|who|has|had|was|turned|suffers?|got|just|recently|needs?|takes?|with|can(?:no|['’])t|\\(?aged?)(?!\\p{L})|['’]s (?!(?:son|daughter|child|wife|husband))|, ?\\d| ?\\()|(?:[Mm]on|[Mm]a|[Nn]otre) ${described}(?<fr>${relatives.fr}),? ?(?:\\p{Lu}\\p{Ll}+,? )?(?:a|qui|est|avait|souffre|vient|prend|fait|de|âg[ée]e?|\\d|\\(|atteinte?|ne)(?!\\p{L}))`,
  'u',
)
/** The relative's age, in the same sentence. */
const itsAge =
  /^[^.;!?]{0,60}?(?:(?<![\d.,])\d{1,3}(?![\d.,]|\s?(?:mg|kg|cm|%|g|ml|days? (?:of|ago)|weeks? ago|months? ago|years? ago))|newborn|toddler)/iu
const ownAge =
  /(?<!\p{L})(?:i am|i['’]m|i have|j['’]ai|je suis) (?!\p{L}*(?:writ|[ée]cri|look|search|cherch|ask|the (?:mum|mom|mother|father|dad)|la m(?:è|aman)|le p(?:è|apa)|worr|inqui|concern|a (?:son|daughter|child)|une? (?:fils|fille|enfant)))/iu
/** What the writer says of their own health. */
const ownHealth =
  /(?<!\p{L})(?:(?:i am|i['’]m) (?:an? )?(?:\d|diabetic|pregnant|allergic|asthmatic|on )|i (?:don['’]?t|do not) (?:want|take|smoke|drink) |i (?:have|had|take|suffer|use|was diagnosed)(?!\p{L})(?! (?:an? |two |three |one )?(?:\p{L}+[- ])?(?:sons?|daughters?|child\p{L}*|bab(?:y|ies)|kids?|question|concern|read|seen|tried|heard|noticed|asked|been told|to|no idea|attached))|je (?:prends|souffre|suis (?:diab|atteint|enceinte|asthm|sous|suivie?|trait))|j['’]ai (?:\d|moi|eu |une? (?!(?:fils|fille|enfant|b[ée]b[ée]|question|petit))|du |de l['’]))/iu

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
