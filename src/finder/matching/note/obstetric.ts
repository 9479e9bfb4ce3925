import type { Measured } from '../patient/patient.ts'
import type { NoteSentence } from './note-sentence.ts'

/** The completed weeks of a pregnancy: "28 weeks", "6+3 wks by LMP", "29 SA + 2". */
export function obstetricWeeksIn(sentences: readonly NoteSentence[]): Measured[] {
  for (const { text, start, end, section } of sentences) {
    if (section === 'family' || section === 'history') continue
    const found = weeks.exec(text)
    if (
      !found ||
      /\b(?:ago|born|postpartum|for|x|n[ée]e? [àa]|il y a|previous)\s*$/i.test(
        text.slice(0, found.index),
      )
    )
      continue
    return [
      {
        what: 'gestational age',
        value: found[1] ?? '',
        unit: 'wk',
        evidence: { text, start, end },
      },
    ]
  }
  return []
}

const weeks =
  /(?<![\d+/])([4-9]|[1-3]\d|4[0-3])(?:\s?\+\s?\d)?\s?(?:weeks?|wks?|\/40|SA|(?:semaines?|sem)(?= (?:de (?:grossesse|gestation)|d['’]am[ée]norrh|(?:et|\+) \d)))(?!\p{L})(?! (?:ago|postpartum|post|after|old|later|history))/u
