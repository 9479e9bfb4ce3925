import { asSign, saysSign, type SaidWords, type Sign } from './danger-grammar.ts'

/** What is told of one part of the body, the heaviest first: only the first that is said counts. */
type Weights = readonly (readonly [weight: number, sign: Sign])[]

/** Signs that say little alone, by what they are of: those of several parts of the body at once are danger. */
export const weightsOfDanger: readonly Weights[] = (
  [
    // Breath, and how somebody looks
    [
      [2, 'lips~deepBlue|turn~blue|labour'],
      [1.5, 'hard~breathe|not breathe|noise~breathe'],
      [1, 'deepBlue|pale|sweaty'],
    ],
    // Mind
    [
      [2, 'collapse|not wake'],
      [1.5, 'muddled'],
      [1, 'drowsy|fainted'],
    ],
    // Chest
    [
      [2, 'clutch chest'],
      [1.5, 'chest~hurt|painful~toJaw'],
      [1, 'chest|heartbeat~racing'],
    ],
    // Face, speech, limbs, sight
    [
      [2.5, 'face~droop'],
      [2, 'halfFace|speech~slur|muddled~speech'],
      [1, 'limb~weak|not lifts|droppedIt|sight~lost|flashes|not feel'],
    ],
    [[1, 'drool']],
    // Blood
    [
      [2, 'blood~gushing|blood~padsSoaked'],
      [1.5, 'blood~pour'],
      [1, 'blood'],
    ],
    // Throat and skin
    [
      [2, 'throat~swell|throat~bigger'],
      [1, 'hives|rash|throat~scratchy'],
    ],
    [[1, 'sting|trigger']],
    [
      [1.5, 'voice~voiceGone|hoarse'],
      [0.5, 'cough'],
    ],
    // Head and neck
    [
      [1.5, 'neckStiff~stiff'],
      [1, 'headache|headOnly~aches'],
    ],
    [[1, 'light']],
    [
      [1.5, 'accident|fall~head'],
      [1, 'fall'],
    ],
    [[1, 'hotBody']],
    // Belly
    [[1, 'vomit|gut']],
    [
      [1.5, 'belly~rigid'],
      [1, 'painful~terrible|terrible'],
    ],
    // Whose it is
    [[1, 'gone|gaveBirth|newborn|chemo|diabetes|highSugar|thinners']],
    [[0.5, 'child|elder']],
    // What was done
    [
      [2, 'object~up|emptied|swallow object'],
      [1.5, 'overAmount~medicine|eat~medicine'],
      [1, 'used~pills|used'],
    ],
    [
      [2, 'boil + blister'],
      [1.5, 'burnt~flesh'],
      [1, 'boil'],
    ],
    [[1, 'heat|freezing']],
  ] as const
).map((part) => part.map(([weight, line]) => [weight, asSign(line)] as const))

/** The same of a wish to die: hopelessness, means, farewells and acts, two of them. */
export const weightsOfDespair: readonly Weights[] = (
  [
    [[1.5, 'hopeless']],
    [[1.5, 'hasMeans']],
    [[1.5, 'letters|goodbye']],
    [[1.5, 'hurtsSelf']],
    [[1.5, 'wishOut']],
    [[1.5, 'prepared']],
    [[1.5, 'bought lethal']],
  ] as const
).map((part) => part.map(([weight, line]) => [weight, asSign(line)] as const))

/** How much a sentence says of danger. */
export function weightOf(said: SaidWords, parts: readonly Weights[]): number {
  return parts.reduce((sum, part) => {
    const heaviest = part.find(([, sign]) => saysSign(said, sign))
    return sum + (heaviest?.[0] ?? 0)
  }, 0)
}
