import type { SeekerView } from '../../../people/enquiries/seeker-view.ts'

/** All that is kept of one request, for the person whose it is, as JSON takes it. */
export function enquiryData(view: SeekerView): Readonly<Record<string, unknown>> {
  const { person, id: _, hasNews: __, version: ___, ...kept } = view
  return {
    ...kept,
    email: person.address(),
    steps: view.steps.map(({ accountId: _account, ...step }) => step),
  }
}
