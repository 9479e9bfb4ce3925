import { paramsOf } from '../../../finder/question/asked.ts'
import { illnessesOf } from '../../../finder/self-check/about-illness.ts'
import { type Carried, carriedTo } from '../../shell/parts/carried.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import type { StudyView } from '../parts/view.ts'

/** Where one can go from a check; the search is carried along. */
export interface Ways {
  /** This check, of the same person. */
  readonly here: string
  readonly study: string
  /** Where the study is written to. */
  readonly connect: string
  /** The check again, asking for whom it is. */
  readonly person: string
  /** Open studies of the same illness for the same person and place. */
  readonly similar: string
}

/** The addresses of a check's links. `own` is what the check itself has in its address. */
export function waysOf(
  view: StudyView,
  carried: Carried | undefined,
  own: Readonly<Record<string, string>>,
): Ways {
  const { page, nctId } = view
  const here = page.path
  return {
    here: carriedTo(page, here, carried, own),
    study: carriedTo(page, paths.study(nctId), carried),
    connect: carriedTo(page, paths.connect(nctId), carried),
    person: carriedTo(page, here, carried, { person: 'ask' }),
    similar: link(page, paths.search(), similarQuery(view, carried)),
  }
}

/** The search for open studies of the same illness for the same person and place. */
export function similarQuery(
  { protocol }: StudyView,
  carried: Carried | undefined,
): URLSearchParams {
  const [illness = protocol.conditionsModule?.conditions?.[0]] = illnessesOf(protocol)
  const query = new URLSearchParams({ ...(illness && { cond: illness }), status: 'open' })
  const params = carried ? paramsOf(carried.asked) : new URLSearchParams()
  for (const name of ['near', 'within', 'age', 'sex'])
    for (const value of params.getAll(name)) query.append(name, value)
  return query
}
