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

  constructor(nctId: string) {
    super('the record of a study is damaged')
    this.nctId = nctId
  }
}

/** A list that would have to be given whole, and cannot be, because part of the catalogue is damaged. */
export class ListIncomplete extends Error {
  override readonly name = 'ListIncomplete'
}

/** The same results. Throws `ListIncomplete` where part of the catalogue is damaged, for lists that cannot say so themselves. */
export function neededWhole<Results extends { readonly isIncomplete?: true }>(
  results: Results,
): Results {
  if (results.isIncomplete) throw new ListIncomplete('part of the catalogue is damaged')
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
