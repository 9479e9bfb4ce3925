import {
  openValue,
  placeOfAccountName,
  sealedSteps,
  sealValue,
} from '../../records/model/sealed-rows.ts'

/** The name of an account, sealed with its person's key. */
export function sealName(key: Uint8Array, accountId: string, name: string): Uint8Array {
  return sealValue(key, placeOfAccountName(accountId), name, sealedSteps.name)
}

/** The name that was sealed. Throws as `unseal` does. */
export function openName(key: Uint8Array, accountId: string, sealed: Uint8Array): string {
  return String(openValue(key, placeOfAccountName(accountId), sealed))
}
