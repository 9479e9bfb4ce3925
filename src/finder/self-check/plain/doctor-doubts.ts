import type { AskedRule } from '../../../words/language/asked.ts'
import { filler, wordSet } from './word-sets.ts'

/** "Any condition that, in the opinion of the investigator, makes participation unsafe": any illness or reason at all. */
export function doubtOf(words: readonly string[], kind: string): AskedRule | undefined {
  if (kind !== 'exclusion') return undefined
  const isJudged = words.some((word) => judges.has(word))
  const isAny = words.some((word) => anything.has(word) || unfit.has(word))
  const isHarm = words.some((word) => harm.has(word) || word === 'not')
  const isAll = words.every(
    (word) =>
      judges.has(word) ||
      anything.has(word) ||
      harm.has(word) ||
      doubtWords.has(word) ||
      filler.has(word) ||
      word === 'not',
  )
  return isJudged && isAny && isHarm && isAll
    ? { ask: 'set', phrase: 'doctorDoubts', isTurned: false }
    : undefined
}

const judges = wordSet(
  'opinion judgment judgement discretion judges judged judge determined determines considered considers deemed deems assessment believes believe investigator investigators physician researcher researchers doctor',
)
const anything = wordSet(
  'condition conditions disease diseases disorder disorders illness illnesses reason reasons abnormality abnormalities finding findings circumstance circumstances situation factor factors issue problem problems history treatment',
)
const unfit = wordSet('inappropriate unsuitable ineligible unfit')
const harm = wordSet(
  `
    interfere interferes interfering affect affects compromise compromises confound impair preclude precludes
    prevent prevents limit limits risk unsafe jeopardize jeopardizes unsuitable hinder influence contraindicate
    contraindicates complicate inappropriate ineligible poor unacceptable unlikely undesirable harm impact unfit
    hazardous exclude contraindication
  `,
)
const doubtWords = wordSet(
  `
    other another serious significant clinically clinical medical psychiatric psychological physical mental
    social severe major chronic acute concomitant concurrent coexisting underlying uncontrolled unstable past
    prior current any surgical laboratory which where there safety safety safe safely patient result results
    interpretation interpret evaluation evaluations evaluate data conduct objectives endpoints efficacy comply
    compliance protocol requirements procedures complete completion increased undue put place pose make makes
    making render candidate suitable appropriate inclusion enrollment enrolled included drug product
    investigational medication administration follow up tolerate tolerating adherence integrity well being
    welfare best interest interests principal pi sub sponsor local treating designee site team opinion presence
    evidence such listed above mentioned not specifically participating otherwise unable considered being
    potentially adversely entry entering individual concerns related additional when participation participate
    consider considers deem deems deemed could might may per restriction restrictions recent following
    completing exclude excludes therapy feel feels believe believed hazard hazardous contraindication through
    fully ongoing existing performance such that researcher researchers doctor doctors thinks think regarded as
    administering receiving tolerability analysis assess assessments outcome outcomes endpoint quality ability
    cause caused causes expose exposes according
  `,
)
