import type { ExpressionBuilder, SqlBool, Expression } from 'kysely'
import type { Tx } from './model/records.ts'
import type { Tables } from './model/tables.ts'

/**
 * Whether nothing hangs on a person any more but what their address alone is counted by: no alert, no subscription of a program
 * that mails them, no enquiry, no account, no claim, no link to sign in that is still good, and no mail about an enquiry that is still to leave.
 */
export function isIdle(where: ExpressionBuilder<Tables, 'person'>, now: Date): Expression<SqlBool> {
  const owned = ['subscription', 'watch', 'enquiry', 'account', 'claim'] as const
  return where.and([
    ...owned.map((table) =>
      where.not(
        where.exists(
          where
            .selectFrom(table)
            .select(`${table}.person_id`)
            .whereRef(`${table}.person_id`, '=', 'person.id'),
        ),
      ),
    ),
    where.not(
      where.exists(
        where
          .selectFrom('account_link')
          .select('account_link.hash')
          .whereRef('account_link.person_id', '=', 'person.id')
          .where('account_link.expires_at', '>', now.toISOString()),
      ),
    ),
    where.not(
      where.exists(
        where
          .selectFrom('mail')
          .innerJoin('enquiry_mail', 'enquiry_mail.mail_id', 'mail.id')
          .select('mail.id')
          .whereRef('mail.person_id', '=', 'person.id')
          .where('mail.state', 'in', ['queued', 'sending']),
      ),
    ),
  ])
}

/** The person, by keyed hash of the address, where nothing hangs on them any more. */
export function idlePerson(
  tx: Tx,
  personId: string,
  now: Date,
): Promise<{ readonly lookup: string } | undefined> {
  return tx
    .selectFrom('person')
    .select('lookup')
    .where('id', '=', personId)
    .where((where) => isIdle(where, now))
    .executeTakeFirst()
}
