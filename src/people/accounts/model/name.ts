import { openValue, sealValue } from '../../records/model/sealed-rows.ts'

/** The name of an account, sealed with its person's key. */
export function sealName(key: Uint8Array, accountId: string, name: string): Uint8Array {
  return sealValue(key, placeOfName(accountId), name, nameStep)
}

/** The name that was sealed. Throws as `unseal` does. */
export function openName(key: Uint8Array, accountId: string, sealed: Uint8Array): string {
  return String(openValue(key, placeOfName(accountId), sealed))
}

function placeOfName(accountId: string): string {
  return `account.name/${accountId}`
}

/** Names are filled up to so many bytes, so that a sealed one tells nothing by its length. */
const nameStep = 64
