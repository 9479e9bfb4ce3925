import { isEmergency } from './danger-signs.ts'
import { isSelfHarm } from './danger-self-harm.ts'
import { isPoisoned } from './danger-taken.ts'
import { toldTogether } from './danger-told.ts'
import { isViolence } from './danger-violence.ts'
import { ofNowIn } from './danger-of-now.ts'
import { asDangerIsRead } from './danger-words.ts'

/** What a person says that cannot wait for a study. */
export type Danger = 'self-harm' | 'violence' | 'emergency'

/**
 * Whether words tell of a wish to die, of being hurt at home or of danger to life at this moment, in English or French: a sign or an
 * act, and a mark of now. What is past ("heart attack 2 years ago"), denied ("I don't want to die") or a subject of research
 * ("suicide prevention study") is none; but here everybody may ask for a study, and what was long ago may come back, so what is told of
 * now is read by itself too. It only decides whether the page says where help is: nothing is kept of it.
 */
export function readDanger(text: string): Danger | undefined {
  const said = asDangerIsRead(text)
  return (
    dangerIn(said) ??
    ofNowIn(said)
      .map(dangerIn)
      .find((danger) => danger !== undefined)
  )
}

function dangerIn(said: string): Danger | undefined {
  if (isSelfHarm(said)) return 'self-harm'
  if (isViolence(said)) return 'violence'
  return isPoisoned(said) || isEmergency(said) ? 'emergency' : toldTogether(said)
}
