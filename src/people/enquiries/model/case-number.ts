import type { Tx } from '../../records/model/records.ts'

/** Without 0, 1, I, L, O and U: what is read out on a telephone or off paper is taken for nothing else. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 6

/** Whether a text is a case number, as `TW-4K7Q9C`. */
export function isCaseNumber(text: string): boolean {
  return new RegExp(`^TW-[${letters}]{${length}}$`).test(text)
}

/** A case number that no other enquiry has. Throws when a hundred in a row are taken, which no chance does. */
export async function newCaseNumber(tx: Tx, newSecret: () => Uint8Array): Promise<string> {
  for (let tries = 0; tries < mostTries; tries++) {
    const caseNumber = drawn(newSecret)
    const taken = await tx
      .selectFrom('enquiry')
      .select('id')
      .where('case_number', '=', caseNumber)
      .executeTakeFirst()
    if (!taken) return caseNumber
  }
  throw new Error('no free case number was drawn')
}

const mostTries = 100

/** Each of the letters as likely as any other: bytes that would favour the first of them are passed over. */
function drawn(newSecret: () => Uint8Array): string {
  const fair = [...newSecret()].filter((byte) => byte < 256 - (256 % letters.length))
  if (fair.length < length) return drawn(newSecret)
  return `TW-${fair
    .slice(0, length)
    .map((byte) => letters[byte % letters.length])
    .join('')}`
}
