/** A piece of a catalogue's files that is not as it was written. */
export class PieceDamaged extends Error {
  override readonly name = 'PieceDamaged'

  constructor(file: string, what: string) {
    super(`${file} is damaged: ${what}`)
  }
}

/** A study that cannot be shown, because what is kept of it is not as it was written. */
export class StudyDamaged extends Error {
  override readonly name = 'StudyDamaged'
  readonly nctId: string

  constructor(nctId: string, file = 'the catalogue') {
    super(`the record of a study in ${file} is damaged: npx trialway doctor`)
    this.nctId = nctId
  }
}

/** What was read; undefined where it is damaged, and `onDamage` is told. Throws what else `read` throws. */
export function unlessDamaged<T>(read: () => T, onDamage: () => void): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof PieceDamaged || error instanceof StudyDamaged)) throw error
    onDamage()
    return undefined
  }
}

/** A list that would have to be given whole, and cannot be, because part of the catalogue is damaged. */
export class ListIncomplete extends Error {
  override readonly name = 'ListIncomplete'

  constructor() {
    super('part of the catalogue is damaged: npx trialway doctor')
  }
}

/** The same results. Throws `ListIncomplete` where part of the catalogue is damaged, for lists that cannot say so themselves. */
export function neededWhole<Results extends { readonly isIncomplete?: true }>(
  results: Results,
): Results {
  if (results.isIncomplete) throw new ListIncomplete()
  return results
}

/** A catalogue that cannot be opened, and no earlier state of it either. The message tells the operator what to do. */
export class CatalogueDamaged extends Error {
  override readonly name = 'CatalogueDamaged'

  constructor(folder: string, why: string) {
    super(
      `The catalogue in ${folder} is damaged (${why}). Import all your records again, which mends what they hold: npx trialway import FILE. If that is refused, move that folder away first, and leave all else in the data folder as it is (npm start imports the records that come with Trialway).`,
    )
  }
}

/** What of a segment is not as it was written: a study, or a part that it cannot do without. */
export type Damage = { readonly doc: number; readonly nctId: string } | { readonly part: string }
