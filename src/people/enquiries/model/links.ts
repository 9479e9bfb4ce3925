import { uuidBytes, uuidOf } from '../../../base/uuid.ts'
import { bodyOfLink, signLink } from '../../asks/signed-link.ts'
import type { Keys } from '../../records/model/keys.ts'

/**
 * The way of who asked to their enquiry, for `/enquiries/:link`: it lets in who holds it for as long as the enquiry is kept,
 * also after the keys were rotated.
 */
export function seekerLink(keys: Keys, enquiryId: string): string {
  return signLink(keys, purpose, uuidBytes(enquiryId))
}

/** Whose link it is; undefined for one that was made up, changed or is for something else. */
export function readSeekerLink(
  keys: Keys,
  link: string,
): { readonly enquiryId: string } | undefined {
  const body = bodyOfLink(keys, purpose, { link, bytes: 16 })
  return body && { enquiryId: uuidOf(body) }
}

const purpose = 'enquiries.seeker'
