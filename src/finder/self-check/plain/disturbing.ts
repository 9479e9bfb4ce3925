import type { AskedTail } from '../../../words/language/asked.ts'
import type { FoundAt } from './times.ts'
import { wordSet } from './word-sets.ts'

/** "That, in the opinion of the investigator, may interfere with the study": to the end of the rule or bracket. */
export function disturbingAt(words: readonly string[], at: number): FoundAt<AskedTail>[] {
  const start = words[at] === ',' ? at + 1 : at
  if (words[start] !== 'that' && words[start] !== 'which') return []
  const stop = words.findIndex((word, place) => place > start && !disturbs.has(word))
  const end = stop < 0 ? words.length : stop
  const said = words.slice(start, end)
  const isWhole = stop < 0 || words[stop] === ')'
  const isSaid = said.some((word) => mayWords.has(word)) && said.some((word) => harmWords.has(word))
  return isWhole && isSaid ? [{ end, value: couldDisturb }] : []
}

const couldDisturb: AskedTail = {
  tail: 'said',
  said: {
    en: 'that could be a risk in the study or disturb it',
    fr: 'qui pourrait être un risque dans l’étude ou la gêner',
  },
}
const mayWords = wordSet('may might could would will can likely')
const harmWords = wordSet(
  'interfere interferes affect compromise confound impair preclude prevent limit risk unsafe jeopardize unsuitable hinder influence contraindicate complicate disturb inappropriate',
)
const disturbs = new Set([
  ',',
  '/',
  ...wordSet(
    'that which may might could would will can likely interfere interferes interfering with the a an study trial participation participate participating in this of or and to compliance comply evaluation evaluate evaluating assessment assessments result results interpretation interpret safety efficacy safe safely drug treatment procedure procedures affect patient patients subject subjects participant participants s ability complete completion compromise compromises confound impair preclude prevent prevents limit protocol requirement requirements endpoint endpoints outcome outcomes data conduct put at risk increase increased make unsafe opinion investigator investigators judgment judgement by as for from be adversely significantly investigational product medication follow up visits integrity outcomes planned jeopardize their his her person individual it is potentially performance during unsuitable hinder influence pose an unacceptable undue additional primary objectives analysis inappropriate contraindicate physician principal opinion of per deemed considered complicate validity well being ability inclusion enrollment completing adherence cooperation administration disturb quality measurements tests testing response',
  ),
])
