import type { AskedItem, AskedThing } from './asked.ts'

/** Whether something is done to a person, over days or weeks, and nobody says that they take it: radiotherapy, dialysis. */
export function isReceived(item: AskedItem): boolean {
  return 'name' in item && received.test(item.name.fr)
}

const received =
  /^(?:radiothérapie|chimiothérapie|immunothérapie|dialyse|transfusion|photothérapie|traitement|psychothérapie|kinésithérapie|rééducation|curiethérapie|irradiation|désensibilisation|plasmaphérèse|échanges plasmatiques|don de sang|arthroscopie|endoscopie|coloscopie|ponction|opération|chirurgie)/

/** Whether something is done by the person: exercise. */
export function isTraining(item: AskedItem): boolean {
  return 'name' in item && /^(?:exercice|sport)/.test(item.name.fr)
}

/** "A sufficient liver function": how an organ works, and no more. */
export function isWorking({ name, like, tails }: AskedThing): boolean {
  return (
    name.en.endsWith('function') &&
    name.fr.startsWith('fonctionnement d') &&
    !name.fr.includes(' d’un') &&
    tails.length === 0 &&
    like.length === 1
  )
}

/** Whether it is a machine that works for the body: a breathing machine. */
export function isMachine(item: AskedItem): boolean {
  return 'name' in item && /^(?:ventilation|cœur-poumon)/.test(item.name.fr)
}
