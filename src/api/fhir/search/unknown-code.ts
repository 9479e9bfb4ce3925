import type { Issue } from '../protocol/outcome.ts'
import type { CodesMeaning, TextMeaning } from './meaning.ts'

/** No study has it: who asks may have meant another. */
export function unknownCode(name: string, value: string, { codes, systems }: CodesMeaning): Issue {
  const known = codes.slice(0, mostTold).map(([code]) => code)
  const system = systems.length > 0 ? ` of ${systems.join(' or ')}` : ''
  return {
    severity: 'information',
    code: 'value',
    text: `No study has the value ${shown(value)} of ${name}.`,
    more: `The codes are ${known.join(', ')}${codes.length > mostTold ? ' and more' : ''}${system}.`,
  }
}

/** A code that nothing here stands for: who asks may ask by words. */
export function unknownSystem(
  name: string,
  value: string,
  { coded, nameOfCode }: TextMeaning,
): Issue {
  const ofSystem = coded ? `, or by a code of ${coded.system}` : ''
  const common = nameOfCode ? ', or by a common code of SNOMED CT or ICD-10' : ''
  return {
    severity: 'warning',
    code: 'value',
    text: `The code ${shown(value)} of ${name} is not known here, so that it finds no study.`,
    more: `Ask by words, without a system${ofSystem}${common}.`,
  }
}

const mostTold = 20

/** What somebody wrote, to be shown: short, and with nothing in it that turns or hides what is around it. */
export function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').toWellFormed()
  return `"${plain.length > 80 ? `${plain.slice(0, 80).toWellFormed()}…` : plain}"`
}
