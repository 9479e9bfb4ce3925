import type { Measured } from '../patient/patient.ts'
import { unitAt } from './note-units.ts'
import type { NoteSpan } from './span.ts'

/**
 * Values with a laboratory's unit whose name is on no list keep the words before them as their name, and a pregnant
 * person's weeks: nothing compares them, and a reader sees them.
 */
export function otherValuesIn(
  text: string,
  taken: readonly NoteSpan[],
): Omit<Measured, 'evidence'>[] {
  const found: Omit<Measured, 'evidence'>[] = [...inSetPhrases(text, taken)]
  for (const match of text.matchAll(value)) {
    const [whole, name = '', digits = ''] = match
    const from = match.index + whole.length - digits.length
    if (taken.some((span) => from >= span.from && from < span.to)) continue
    const unit = unitAt(text.slice(from + digits.length, from + digits.length + 24), 'conc')?.unit
    if (!unit || !/\/(?:L|dL|mL|uL|mmol|g|h)$|^kPa$/.test(unit) || dose.test(text.slice(0, from)))
      continue
    const what = name.trim().toLowerCase()
    if (what.length > 1 && !notNames.test(what))
      found.push({ what, value: digits.replace(',', '.'), unit })
  }
  return found
}

const value =
  /(?<![\p{L}\d-])(\p{L}[\p{L}\d-]*(?: \p{L}[\p{L}\d-]*){0,2})\s?(?:[:=<>]|of|was|at|à)?\s?(\d{1,6}(?:[.,]\d{1,3})?)(?![\d/])/gu
const dose = /\b(?:sous|at|dose of|infusion|O2|oxygen|débit|rate of)\s[^.;]{0,12}$/i
const notNames =
  /\b(?:mg|ml|dose|sous|on|at|under|puis|then|now|was|contre|oxygen|noradrenalin\w*|dobutamin\w*)$/i

/** Values that a phrase gives without naming them: "born at 38 weeks, 3120 g", "128 kg pour 166 cm", "elle a 39,2". */
function inSetPhrases(text: string, taken: readonly NoteSpan[]): Omit<Measured, 'evidence'>[] {
  const found: Omit<Measured, 'evidence'>[] = []
  // "1m72", as French writes a height.
  for (const match of text.matchAll(
    /(?<![\d.,])([12]) ?m ?(\d\d)(?![\d.,]\d|\d| ?(?:mm|cm|m)(?!\p{L}))/gu,
  ))
    found.push({ what: 'height', value: `${match[1]}.${match[2]}`, unit: 'm' })
  for (const [pattern, whats, unit] of setPhrases)
    for (const match of text.matchAll(pattern)) {
      if (taken.some((span) => match.index < span.to && match.index + match[0].length > span.from))
        continue
      whats.forEach((what, at) => {
        const value = (match[at + 1] ?? '').replace(/\s/g, '').replace(',', '.')
        if (value !== '') found.push({ what, value, unit: unit[at] ?? '' })
      })
    }
  return found
}

const setPhrases: readonly (readonly [RegExp, readonly string[], readonly string[]])[] = [
  [
    /(?<!\p{L})(?:born|n[ée]e?)(?!\p{L})[^.;]{0,34}?(?:weeks?|wks?|SA|term|terme)(?: ?\+ ?\d)?[^.;\d]{0,12}(\d[\d ]{2,5}) ?gr?(?!\p{L})/giu,
    ['birthWeight'],
    ['g'],
  ],
  [
    /(?<!\p{L})(?:HGPO|OGTT)[^.;\d]{0,20}(\d[.,]\d{1,2})\s?[–/;-]\s?(\d[.,]\d{1,2})\s?[–/;-]\s?(\d[.,]\d{1,2}) ?g ?\/ ?l(?!\p{L})/giu,
    ['fasting glucose', '1-hour glucose', '2-hour glucose'],
    ['g/L', 'g/L', 'g/L'],
  ],
  [
    /(?<!\p{L})(?:PIO|TO|tonus|IOP)(?!\p{L})[^.;]{0,16}?\d{1,2}(?: ?mm ?Hg)? ?(?:OD|OG|OS|[àa] (?:droite|gauche))\s?(?:;|,|\/|et|and)\s?(\d{1,2}) ?(?:mm ?Hg ?)?(?=OD|OG|OS|[àa] (?:droite|gauche))/giu,
    ['intraocular pressure'],
    ['mm[Hg]'],
  ],
  [
    /(?<!\p{L})(?:AAN|FAN|ANA|ANF|AC anti-?nucl[ée]aires|anticorps anti-?nucl[ée]aires)(?!\p{L})[^.;\d]{0,24}1 ?[/:] ?(\d{2,5})(?!\d)/giu,
    ['ana'],
    ['{titer}'],
  ],
  [
    /(?<!\p{L})thermom[èe]tre (?:\p{L}+ ){0,2}(3[5-9][.,]\d|4[0-2][.,]\d)(?!\d)/giu,
    ['temperature'],
    ['Cel'],
  ],
  [
    /(?<![\d.,])(3[6-9](?:[.,]\d)?|4[0-2](?:[.,]\d)?) ?°?C? de (?:fi[èe]vre|temp[ée]rature)(?!\p{L})/giu,
    ['temperature'],
    ['Cel'],
  ],
  [
    /(?<=(?:TA|T°|FC|SpO2|IMC|ans?)(?!\p{L})[^.;\n]{0,40}, )(\d{2,3}(?:[.,]\d)?) ?kg(?=\s*(?:[.,;]|$))/gu,
    ['weight'],
    ['kg'],
  ],
  [
    /(?<=(?:boy|girl|man|woman|lady|baby|infant|child|garçon|fille|enfant|homme|femme|patiente?|ans|years?|months|mois|old|L|g\/l|dl|mmHg|m2|cm) ?[,;(] ?)(\d{1,3}(?:[.,]\d)?) ?kg(?=\s*(?:[.,;)]|$))/giu,
    ['weight'],
    ['kg'],
  ],
  [
    /(?<![\d.,])(\d{2,3}(?:[.,]\d)?) ?kg (?:pour|for|and|\/|et) ?(\d{2,3}) ?cm/gi,
    ['weight', 'height'],
    ['kg', 'cm'],
  ],
  [
    /(?<![\d.,])(\d{1,5}) ?(?:[ée]l[ée]ments|cells|cellules|leu[ck]ocytes) ?\/ ?mm ?[3³]/giu,
    ['csfCells'],
    ['/uL'],
  ],
  [
    /(?<!\p{L})(?:a|avait|fait|pris|prise|[àa]|at|has|had|was|temp of) (3[5-9][.,]\d|4[0-2][.,]\d)(?![\d%]| ?(?:kg|mg|g|mmol|cm|ans|s\b))/giu,
    ['temperature'],
    ['Cel'],
  ],
]
