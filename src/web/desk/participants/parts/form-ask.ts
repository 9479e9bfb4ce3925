import { randomUUID } from 'node:crypto'
import type { ParticipantAsk } from '../../../../study/conduct/record/change.ts'

/** Which form of a participant was sent, and how many facts who sent it had seen. A form that names nothing is one of its own. */
export function formAsk(id: string, form: URLSearchParams): ParticipantAsk {
  const formKey = form.get('form') ?? ''
  const seen = form.get('seen') ?? ''
  return {
    id,
    formKey: /^[0-9a-f-]{36}$/.test(formKey) ? formKey : randomUUID(),
    seen: /^\d{1,9}$/.test(seen) ? Number(seen) : -1,
  }
}
