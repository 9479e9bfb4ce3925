import { sql } from 'kysely'

/** Whether an investigator has signed that a participant may take part, and nothing has changed that since. */
export const isSigned = sql<boolean>`exists (select 1 from signature where signature.participant_id = participant.id
  and signature.meaning = 'eligibility' and signature.void_at is null)`
