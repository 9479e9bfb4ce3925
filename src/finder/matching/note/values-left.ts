import type { Evidence } from '../patient/patient.ts'
import type { NoteSentence } from './note-sentence.ts'

/** What was read of one sentence, as it is written there. */
export interface ReadOfSentence {
  readonly words: readonly string[]
  /** Values of measures, each with a point for its decimals. */
  readonly values: readonly string[]
}

/**
 * Values, results and times since a birth in a sentence of which only other things were read: "T3 1.2, TSH 2" where the T3 is no
 * measure that is known, "BCLC C", « 8 semaines après l'accouchement ». They are told as not understood. Rule `value-left@1`.
 */
export function valuesLeft({ text, start }: NoteSentence, read: ReadOfSentence): Evidence[] {
  const words = read.words.map((one) => one.toLowerCase())
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): Evidence[] => {
      const [whole] = match
      const value = match.groups?.['value']
      if (value !== undefined && read.values.includes(plain(value))) return []
      const label = (match.groups?.['label'] ?? whole).toLowerCase()
      if (words.some((one) => one.includes(label) || whole.toLowerCase().includes(one))) return []
      const from = start + match.index
      return [{ text: whole, start: from, end: from + whole.length }]
    }),
  )
  return [...new Map(found.map((one) => [one.start, one])).values()]
}

function plain(value: string): string {
  return value.replace(',', '.')
}

/** Where a label ends and no date, dose, length of time or part of the body goes on. */
const notValue = String.raw`(?![\d/-]|[.,:]\d| ?(?:m?c?g|µg|mL|UI|IU|U)(?:\/(?:kg|j|d|day|jour))?(?!\p{L}|\/)| ?(?:x|fois|times|years?|yrs?|yo|y|months?|weeks?|wks?|days?|hours?|h|ans?|mois|semaines?|sem|jours?|j|SA|PA|cp|tabs?|puffs?|bouff\p{L}*|PM|AM|st|nd|rd|th|e|ème)(?!\p{L}))`
const label = String.raw`(?<![\p{L}\d/-])(?!(?:G\d|P\d|L\d|S\d|D\d|J\d|[TNM]\d[a-d]?(?= ?[NM]\d))|(?:H|F|M|PA|PY|UPA|PMH|PSH|ATCD|AGE|DOB|ID|MRN|NCT|IRM|MRI|CT|TDM|TEP|PET|ECG|EEG|RDV|TEL|NHS|BED|ROOM|MI|AVC|IDM|EP|DVT|PE|TIA|CABG|PCI|IVG|FCS|CS|AVB|RT|CT|BD|TDS|OD|QDS|PO|IV|IM|SC|PRN|COVID|ARDS|USI|ICU|ICD|PM|AT|IN|ON|TO|NO|X|Gy|GY|C|W|S)(?![\p{L}\d/-]))`
const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`${label}(?<label>(?:[A-Z]{2,}|[A-Z]+\d+)(?:[/-][A-Z\d]+)?)(?:\s?[:=<>≤≥]\s?|\s(?:(?:is|at|of|à|de)\s)?)(?!(?:19|20)\d\d(?!\d))(?<value>\d{1,6}(?:[.,]\d+)?)${notValue}`,
    'gu',
  ),
  /(?<![\p{L}\d])(?<label>(?:Child(?:-Pugh)?|BCLC|GOLD|CTP|Gleason|Breslow|Clark|Hurley|Fitzpatrick|Rutherford|Fontaine|Killip|Forrest|Hunt(?: and |-)Hess|Mallampati|Tanner|Dukes|ISS|R-ISS|IPSS(?:-R)?|Binet|Rai|ELN|Baveno|Savary|LA grade|METAVIR|KDIGO|CEAP|TIMI|CHA2DS2-VASc|HAS-BLED)(?: (?:stage|stade|grade|class|classe|score|index|risk))?)\s?[:=]?\s(?<value>[A-F]\d{0,2}|[IV]{1,4}[ab]?|\d(?:[.,+/]\d+)*)(?![\p{L}\d])/gu,
  /(?<![\p{L}\d-])(?<label>(?:anti-?)?(?:C[34]|CH50|C1q|ANCA|[pc]-?ANCA|PR3|MPO|dsDNA|IA-?2|MOG|TPO|TRAb|LKM|SMA|AMA|HLA-?(?!B27)[A-Z]\w*|MPL|MGMT|TERT|SMN1|CFTR))(?=\s?(?:is |was |est |are |level |rearrangement |mutation )?(?:low|high|raised|elevated|normal|positi(?:ve|f)s?|n[ée]gati(?:ve|f)s?|pos|neg|mutated|mut[ée]e?|deleted|wild|methylated|unmethylated|bas(?:se)?|[ée]lev[ée]e?|effondr[ée]e?|normale?)(?!\p{L}))\s?(?:\p{L}+)/giu,
  /(?<!\p{L})(?:(?:\d{1,2}|one|two|three|four|five|six|eight|ten|twelve) (?:days?|weeks?|months?) (?:after|since|post) (?:(?:the|her|my) )?(?:delivery|birth|childbirth|miscarriage|labour|labor|c-?section|caesarean)|\d{1,2} (?:jours?|semaines?|mois) (?:apr[èe]s|depuis) (?:l['’]|son |mon |la |une )?(?:accouchement|naissance|fausse[- ]couche|c[ée]sarienne)|post-?partum|suites de couches)(?!\p{L})/giu,
]
