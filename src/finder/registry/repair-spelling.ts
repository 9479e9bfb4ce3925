/**
 * Spelling damaged by reading UTF-8 as Latin-1 or Windows-1252, as in "HÃ©matologie", put right.
 * Only sequences that spell a letter or a mark of European writing are touched, so that text
 * which is right already is never changed; a letter lost as U+FFFD cannot be brought back.
 */
export function repairSpelling(text: string): string {
  return text.replace(damage, (run) => {
    const bytes = Uint8Array.from(
      run,
      (character) => byteOf.get(character) ?? character.charCodeAt(0),
    )
    const letter = Buffer.from(bytes).toString('utf8')
    return expected.test(letter) ? letter : run
  })
}

/** True if the text may hold such damage: a quick look before a record is searched for it. */
export function maySpellDamage(text: string): boolean {
  return leads.some((lead) => text.includes(lead))
}

/** Where Windows-1252 differs from Latin-1: its characters for the bytes 0x80 to 0x9f. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const byteOf = new Map(Array.from(windows1252, (character, index) => [character, 0x80 + index]))

/** The first halves that occur: Ã and Â before accented letters, Ä and Å before Slavic and Turkish ones, â€ before marks. */
const leads = ['Ã', 'Â', 'Ä', 'Å', 'â€', 'â\u0080']
const second = `[\\u0080-\\u00bf${windows1252}]`
/** Ä and Å are letters of their own: a quote or a dash after one is no second half. */
const secondAfterLetter = '[\\u0080-\\u009f\\u00a1-\\u00bfŠŒŽšœžŸƒ]'
const damage = new RegExp(`[ÃÂ]${second}|[ÄÅ]${secondAfterLetter}|â[€\\u0080]${second}`, 'gu')
const expected = /^[\u00a0-\u017f\u2010-\u203a]$/u
