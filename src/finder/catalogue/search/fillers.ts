import { fold } from '../../vocabulary/fold.ts'

/** Small words, English and French, that say nothing of what is looked for when typed among others. */
const fillers: ReadonlySet<string> = new Set(
  (
    'a an and are as at be but by for from has have in into is it its of on or our that the their to was were which who ' +
    'with my i me your child son daughter study studies trial trials clinical ' +
    'au aux avec ce ces dans de des du en est et la le les leur l d ma mon mes ou par pas pour qui sans sa se ses son sur un une ' +
    'now today currently maintenant actuellement aujourdhui ' +
    'suspected suspicion possible probable suspect suspecte suspectee suspectes soupcon porteur porteuse ' +
    'essai essais etude etudes clinique cliniques enfant fils fille contre'
  ).split(' '),
)

/** Whether a typed word says nothing of what is looked for. */
export function isFiller(word: string): boolean {
  return fillers.has(fold(word).replace(/['’,.!?]/g, ''))
}
