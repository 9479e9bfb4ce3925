import type { AskedRule } from '../../../words/language/asked.ts'
import { wordSet } from '../plain/word-sets.ts'
import { askedTimesOf, thingKindsOf, valuesOf } from './asked-values.ts'

/** The words of a rule that a question holds by the way in which it asks ("have you ever had" holds "history"), and those that change nothing. */
export function heldByAsking(rule: AskedRule): ReadonlySet<string> {
  const asked = waysOf(rule)
  return new Set(
    [idle, ...byAsking.flatMap(([of, words]) => (of(asked) ? [words] : []))].flatMap((words) => [
      ...words,
    ]),
  )
}

/** How a question asks. */
interface AskedWays {
  readonly isTurned: boolean
  readonly frames: ReadonlySet<unknown>
  readonly tails: ReadonlySet<unknown>
  readonly french: readonly string[]
  readonly isTaken: boolean
  readonly isTimed: boolean
  readonly isOfValue: boolean
}

function waysOf(rule: AskedRule): AskedWays {
  const kinds = thingKindsOf(rule)
  return {
    isTurned: valuesOf(rule, 'isTurned').includes(true),
    frames: new Set(valuesOf(rule, 'frame')),
    tails: new Set(valuesOf(rule, 'tail')),
    french: valuesOf(rule, 'fr').map(String),
    isTaken: kinds.has('given') || kinds.has('done'),
    isTimed: askedTimesOf(rule).length > 0,
    isOfValue: valuesOf(rule, 'reading').length > 0,
  }
}

/** Words that change the sense of no rule, wherever they stand. */
const idle = wordSet(
  `
  a an the of to in on at by for with and or is are was were be been being am has have had having do does who whom
  that which this these those their its his her own they them it he she patient patients subject subjects participant
  participants individual individuals person persons people volunteer volunteers must should will shall may any all
  known documented confirmed diagnosed diagnosis established evidence presence present sign signs clinical clinically
  medical medically eg ie etc e g i characteristic characteristics disease diseases disorder disorders condition
  conditions criteria status such as including include limited one more use used using currently current existing
  occurred occurring serum plasma level levels value values measured estimated calculated total absolute baseline
  study trial excluded exclusion included inclusion eligible ineligible exclude case defined men women male female
  man woman males females adult adults
  `,
)

const before = wordSet(
  'history prior previous previously past received receiving ever undergone underwent treated earlier recent recently taken had given since after exposure exposed ongoing',
)
const times = wordSet(
  `
  within prior before last past preceding previous previously day days week weeks month months year years hour hours
  screening enrollment enrolment entry start first dose treatment randomization randomisation visit half life lives
  whichever longer least more than since for during from time until dosing initiation registration admission surgery
  consent informed signing drug therapy medication administration greater less over up after starting beginning product
  investigational elimination two three four five six seven eight nine ten twelve most
  `,
)

/** By what stands in a question as it was read, the words that it holds. */
const byAsking: readonly (readonly [(asked: AskedWays) => boolean, ReadonlySet<string>])[] = [
  [
    ({ isTurned }) => isTurned,
    wordSet('no not without never none nor absence free lack non negative neither cannot'),
  ],
  [
    ({ frames, tails, french }) =>
      frames.has('had') ||
      frames.has('took') ||
      tails.has('time') ||
      french.some((one) => /^(?:par le pass|antérieur)/.test(one)),
    before,
  ],
  [
    ({ frames, isTaken }) => frames.has('take') || frames.has('took') || isTaken,
    wordSet(
      'receiving received taking taken treatment therapy administration undergoing treated concurrent concomitant medication medications drug drugs agent agents intake regimen',
    ),
  ],
  [({ isTimed }) => isTimed, times],
  [({ french }) => french.includes('autre'), wordSet('other another additional than')],
  [
    ({ tails }) => tails.has('except'),
    wordSet('except other than excluding exception unless apart'),
  ],
  [({ tails }) => tails.has('examples') || tails.has('counting'), wordSet('example like includes')],
  [
    ({ frames }) => frames.has('plan'),
    wordSet('planned plan plans planning scheduled anticipated expected'),
  ],
  [
    ({ frames, french }) => frames.has('need') || french.some((one) => one.includes('demande')),
    wordSet('need needs needing requiring required requirement require requires'),
  ],
  [({ isOfValue }) => isOfValue, wordSet('formula performance than least greater less score')],
]
