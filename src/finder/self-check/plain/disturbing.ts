import type { AskedTail } from '../../../words/language/asked.ts'
import type { FoundAt } from './found-at.ts'
import { wordSet } from './word-sets.ts'

/** "That, in the opinion of the investigator, may interfere with the study": to the end of the rule or bracket. */
export function disturbingAt(words: readonly string[], at: number): FoundAt<AskedTail>[] {
  const start = words[at] === ',' ? at + 1 : at
  const first = words[start] ?? ''
  const isClause = first === 'that' || first === 'which' || first === 'likely'
  if (!isClause && !participles.has(first)) return []
  const stop = words.findIndex((word, place) => place > start && !disturbs.has(word))
  let end = stop < 0 ? words.length : stop
  while (end > start && (words[end - 1] === ',' || words[end - 1] === 'or')) end -= 1
  const said = words.slice(start, end)
  const isWhole = stop < 0 || mayFollow.has(words[stop] ?? '')
  const isSaid =
    (!isClause || said.some((word) => mayWords.has(word) || harmful.has(word))) &&
    said.some((word) => harmWords.has(word) || harmful.has(word)) &&
    said.some((word) => ofStudy.has(word))
  return isWhole && isSaid
    ? [{ end, value: said.includes('consent') ? couldHinder : couldDisturb }]
    : []
}

const couldDisturb: AskedTail = {
  tail: 'said',
  said: {
    en: 'that could be a risk in the study or disturb it',
    fr: 'qui pourrait être un risque dans l’étude ou la gêner',
  },
}
/** "Rendering the patient unable to consent to the study". */
const couldHinder: AskedTail = {
  tail: 'said',
  said: {
    en: 'that could make it hard to agree to the study or follow it',
    fr: 'qui pourrait empêcher d’accepter l’étude ou de la suivre',
  },
}
/** What a clause may stop at: its bracket's end, examples in brackets, "such as", "including". */
const mayFollow = new Set([')', '(', ';', '.', 'such', 'including', 'eg', 'e', 'for'])
const participles = wordSet(
  'precluding interfering preventing rendering making contraindicating prohibiting jeopardizing compromising affecting limiting hindering impairing',
)
const harmful = wordSet(
  'precludes prevents prohibits puts renders makes compromises interferes limits contraindicates jeopardizes precluding interfering preventing rendering making contraindicating prohibiting jeopardizing compromising affecting limiting hindering impairing put render make preclude prevent prohibit',
)
/** What is disturbed must be the study, its safety or what a person has to do for it. */
const ofStudy = wordSet(
  'study trial participation participate participating compliance comply protocol safety safe safely investigator consent evaluation assessment assessments results interpretation risk candidate adherence completion complete procedures cooperation cooperate follow endpoint endpoints outcome outcomes data investigators pi researchers investigational unsuitable suitable',
)
const mayWords = wordSet('may might could would will can likely')
const harmWords = wordSet(
  'interfere interferes interfering affect affects compromise confound impair preclude prevent limit risk unsafe jeopardize unsuitable hinder influence contraindicate complicate disturb inappropriate',
)
const disturbs = new Set([
  ',',
  '/',
  ...wordSet(
    'that which may might could would will can likely interfere interferes interfering with the a an study trial participation participate participating in this of or and to compliance comply evaluation evaluate evaluating assessment assessments result results interpretation interpret safety efficacy safe safely drug treatment procedure procedures affect patient patients subject subjects participant participants s ability complete completion compromise compromises confound impair preclude prevent prevents limit protocol requirement requirements endpoint endpoints outcome outcomes data conduct put at risk increase increased make unsafe opinion investigator investigators judgment judgement by as for from be adversely significantly investigational product medication follow up visits integrity outcomes planned jeopardize their his her person individual it is potentially performance during unsuitable hinder influence pose an unacceptable undue additional primary objectives analysis inappropriate contraindicate physician principal opinion of per deemed considered complicate validity well being ability inclusion enrollment completing adherence cooperation administration disturb quality measurements tests testing response pi designee sponsor safety concerns concern subject individual one s informed consent giving give provide providing understanding understand inability unable full completing completion complete successful successfully adequately assessed assess interpret inappropriate ineligible enrolled enrolling enroll suitable candidate candidates potential pose poses posing harm harmful danger dangerous have having shortened shorten judgement view believes believed considers considered consider judged deems would not allow allows allowing proper properly requirements obtaining obtain scheduled schedule regarding prohibit prohibits prohibiting make makes making render renders rendering puts place places precludes preclude hinders hindering interferes impairs impairing affecting limiting confounds confounding complicates contraindicating jeopardizes jeopardizing compromises compromising prevents preventing reliable reliably well volunteer volunteers themselves him them patient patients treatment treatments intervention interventions analysis analyses when if evaluations measures measure monitoring could any way its it undertake participant participants with to for in on of or and trials studies is are clinical research parameters efficacy objectives validity scientific',
  ),
])
