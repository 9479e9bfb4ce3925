import type { AskedRule } from '../../../words/language/asked.ts'
import { wordSet } from '../plain/word-sets.ts'

/** The words of a rule that a question holds by the way in which it asks ("have you ever had" holds "history"), and those that change nothing. */
export function heldByAsking(rule: AskedRule): ReadonlySet<string> {
  const asked = JSON.stringify(rule)
  return new Set(
    [idle, ...byAsking.flatMap(([of, words]) => (of.test(asked) ? [words] : []))].flatMap(
      (words) => [...words],
    ),
  )
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
const byAsking: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [
    /"isTurned":true/,
    wordSet('no not without never none nor absence free lack non negative neither cannot'),
  ],
  [/"frame":"(?:had|took)"|"tail":"time"|"fr":"(?:par le pass|ant.rieur)/, before],
  [
    /"frame":"(?:take|took)"|"kind":"(?:given|done)"/,
    wordSet(
      'receiving received taking taken treatment therapy administration undergoing treated concurrent concomitant medication medications drug drugs agent agents intake regimen',
    ),
  ],
  [/"tail":"time"|"time":/, times],
  [/"fr":"autre"/, wordSet('other another additional than')],
  [/"tail":"except"/, wordSet('except other than excluding exception unless apart')],
  [/"tail":"(?:examples|counting)"/, wordSet('example like includes')],
  [/"frame":"plan"/, wordSet('planned plan plans planning scheduled anticipated expected')],
  [
    /"frame":"need"|demande/,
    wordSet('need needs needing requiring required requirement require requires'),
  ],
  [/"reading":/, wordSet('formula performance than least greater less score')],
]
