import type { Person } from '../../records/persons.ts'
import { openTerms, type StoredTerms } from '../model/terms.ts'
import type { SealedPage } from './alert-pages.ts'

/** An alert, open, with the key of the person whose it is. */
export interface OpenAlert {
  readonly person: Pick<Person, 'id' | 'key'>
  readonly id: string
  readonly terms: StoredTerms
}

/** Opens the alerts of a page. Throws where one was changed, moved or sealed with another key. */
export function openPage({ people, ids, keys, terms, ends }: SealedPage): readonly OpenAlert[] {
  let person: OpenAlert['person'] = { id: '', key: keys.subarray(0, 0) }
  let end = 0
  return ids.map((id, at) => {
    const owner = people[at] ?? ''
    if (owner !== person.id) {
      person = { id: owner, key: keys.subarray(end, end + keyBytes) }
      end += keyBytes
    }
    return { person, id, terms: openTerms(person, id, terms.subarray(ends[at - 1] ?? 0, ends[at])) }
  })
}

const keyBytes = 32
