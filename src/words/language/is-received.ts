import type { AskedItem } from './asked.ts'

/** Whether something is done to a person, over days or weeks, and nobody says that they take it: radiotherapy, dialysis. */
export function isReceived(item: AskedItem): boolean {
  return 'name' in item && received.test(item.name.fr)
}

const received =
  /^(?:radiothérapie|chimiothérapie|immunothérapie|dialyse|transfusion|photothérapie|traitement|psychothérapie|kinésithérapie|rééducation|curiethérapie|irradiation|ventilation|désensibilisation|plasmaphérèse|échanges plasmatiques|cœur-poumon)/
