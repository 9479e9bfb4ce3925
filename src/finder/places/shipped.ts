import { join } from 'node:path'

/** A data file that comes with Trialway, in `data/places/`. */
export function shippedFile(name: string): string {
  return join(import.meta.dirname, '..', '..', '..', 'data', 'places', name)
}
