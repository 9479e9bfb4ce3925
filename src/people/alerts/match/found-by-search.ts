import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import type { ChangeList } from '../../../finder/catalogue/model/changes.ts'
import type { Query } from '../../../finder/catalogue/model/query.ts'
import { bitsetOf } from '../../../base/bitset.ts'
import { parseSavedSearch, queryOf } from '../model/saved-search.ts'

/** What one saved search finds among the changed studies. */
export interface FoundChanges {
  /** Positions in the list of changes, in order. */
  readonly studies: readonly number[]
  /** The same as a set, where they are many. */
  readonly set?: Uint32Array
  /** The states of recruitment asked for; undefined for any. */
  readonly status?: ReadonlySet<string>
  /** The search is for one study: then a place only matters for what is new near it. */
  readonly isOneStudy: boolean
}

/**
 * Runs each distinct search once over what changed, with the page's own search, in other processes while more alerts
 * are opened here. The state of recruitment is left out of it and kept beside, because a study that has closed is news for who asked for open ones.
 */
export class SearchesFound {
  readonly #catalogue: Pick<Catalogue, 'searchAmong'>
  readonly #ids: readonly string[]
  readonly #at: ReadonlyMap<string, number>
  readonly #today: string
  /** By the search as `canonical` writes it; undefined where nothing was found, or is not answered yet. */
  readonly #found = new Map<string, FoundChanges | undefined>()
  readonly #underWay = new Set<Promise<void>>()
  #waiting: Asked[] = []

  constructor(catalogue: Pick<Catalogue, 'searchAmong'>, list: Pick<ChangeList, 'at' | 'changes'>) {
    this.#catalogue = catalogue
    this.#ids = list.changes.map(({ nctId }) => nctId)
    this.#at = new Map(this.#ids.map((id, index) => [id, index]))
    this.#today = list.at.slice(0, 10)
  }

  /** Asks a search, unless it was asked before. Throws when it is none. */
  ask(search: string): void {
    if (this.#found.has(search)) return
    const saved = parseSavedSearch(search)
    const query = queryOf(saved, this.#today)
    const study = this.#at.get(saved.study ?? '')
    const one = query || study === undefined ? undefined : { studies: [study], isOneStudy: true }
    this.#found.set(search, one)
    if (query) this.#waiting.push(askedOf(search, query))
  }

  /** Waits until all that was asked is answered. Throws what a search process threw. */
  async settled(): Promise<void> {
    while (this.#waiting.length > 0) this.#send()
    await Promise.all(this.#underWay)
  }

  /** What a search that was asked and answered found; undefined for nothing. */
  of(search: string): FoundChanges | undefined {
    return this.#found.get(search)
  }

  /** Asks searches and waits for what each has found. Throws when one is none, and what a search process threw. */
  async answersTo(
    searches: readonly string[],
  ): Promise<readonly (readonly [search: string, found: FoundChanges | undefined])[]> {
    for (const search of searches) this.ask(search)
    await this.settled()
    return searches.map((search) => [search, this.of(search)])
  }

  #send(): void {
    const some = this.#answer(this.#waiting.splice(0, batch))
    this.#underWay.add(some)
    void some.then(
      () => this.#underWay.delete(some),
      () => undefined,
    )
  }

  async #answer(asked: readonly Asked[]): Promise<void> {
    const answers = await this.#catalogue.searchAmong(
      this.#ids,
      asked.map(({ query }) => query),
    )
    answers.forEach((studies, index) => {
      const { search, status } = asked[index] as Asked
      if (studies.length === 0) return
      const set = studies.length > few ? bitsetOf(studies, this.#ids.length) : undefined
      this.#found.set(search, {
        studies,
        isOneStudy: false,
        ...(set && { set }),
        ...(status && { status }),
      })
    })
  }
}

/** Searches sent to a search process together. */
const batch = 500

interface Asked {
  readonly search: string
  readonly query: Query
  readonly status?: ReadonlySet<string>
}

function askedOf(search: string, { status, ...query }: Query): Asked {
  return { search, query, ...(status && status.length > 0 && { status: new Set(status) }) }
}

/** So many are sooner looked at one by one. */
const few = 16
