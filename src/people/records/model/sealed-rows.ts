import { hash } from 'node:crypto'
import { seal, unseal } from './seal.ts'

/** Where the terms of an alert are sealed: what is asked for, where, for whom, of what and how often. */
export function placeOfTerms(personId: string, alertId: string): string {
  return `subscription.terms/${personId}/${alertId}`
}

/** The place of what a program asked to be told of. */
export function placeOfWatch(id: string): string {
  return `watch.terms/${id}`
}

/** Where what waits to be told is sealed, by the id of a finding, which may be the mark of one piece of news. */
export function placeOfNews(personId: string, id: string): string {
  return `news.what/${personId}/${id}`
}

/** Where what a seeker asks a site is sealed: who asks, how to reach them, message, answers. */
export function placeOfEnquiry(personId: string, enquiryId: string): string {
  return `enquiry.details/${personId}/${enquiryId}`
}

/** Where what was written with an event of an enquiry is sealed. */
export function placeOfEnquiryText(enquiryId: string, seq: number): string {
  return `enquiry_event.text/${enquiryId}/${seq}`
}

/** Where the name of an account is sealed. */
export function placeOfAccountName(accountId: string): string {
  return `account.name/${accountId}`
}

/** Where what its owner calls a passkey is sealed. */
export function placeOfPasskeyLabel(passkeyId: string): string {
  return `passkey.label/${passkeyId}`
}

/** Lengths that sealed values are filled up to, in bytes, so that most are of one length and tell nothing by it. */
export const sealedSteps = { terms: 256, news: 128, enquiry: 2048, text: 512, name: 64 } as const

/** Seals a value as JSON with a person's key for one place; spaces fill it up to a multiple of `step` bytes. */
export function sealValue(
  key: Uint8Array,
  place: string,
  value: unknown,
  step: number,
): Uint8Array {
  const json = JSON.stringify(value)
  const length = Buffer.byteLength(json)
  const missing = Math.ceil(length / step) * step - length
  return seal(key, place, Buffer.from(json + ' '.repeat(missing)))
}

/** Opens what `sealValue` sealed. Throws as `unseal` does. */
export function openValue(key: Uint8Array, place: string, sealed: Uint8Array): unknown {
  const { buffer, byteOffset, byteLength } = unseal(key, place, sealed)
  return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString())
}

/**
 * What recognises one event of one study for one person, so that it is told once: a hash under the person's key,
 * cut to 16 bytes. The same event has another mark for everybody else, and none leads back to the study.
 */
export function newsMarker(key: Uint8Array): (nctId: string, eventKey: string) => string {
  // The secret is of fixed length and the hash is cut, so nothing can be appended: no HMAC is needed, and a million are made in a run.
  const secret = `news.mark ${Buffer.from(key).toString('base64url')} `
  return (nctId, eventKey) =>
    hash('sha256', `${secret}${nctId} ${eventKey}`, 'base64url').slice(0, 22)
}
