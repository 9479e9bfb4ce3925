import { resolve } from 'node:path'
import { z } from 'zod'
import { wholeNumber } from './setting-kinds.ts'

/** The settings about mail. */
export interface MailConfig {
  /** The mail server that takes mail further; without it, mails are files in the data folder. */
  readonly smtpUrl?: string
  /** As in `Trialway <alerts@example.org>`. */
  readonly mailFrom: string
  readonly mailPerSecond: number
  readonly mailPerSecondPerDomain: number
  readonly mailAskedPerMinute: number
  readonly mailAskedPerMinutePerDomain: number
  readonly mailConnections: number
  readonly dkim?: { readonly domain: string; readonly selector: string; readonly keyFile: string }
  readonly mailBounceDomain?: string
  /** Absolute. */
  readonly mailBounces?: string
  readonly mailHookSecret?: string
}

const domain = () =>
  z.string().regex(/^(?=.{1,253}$)[a-z\d](?:[a-z\d-]{0,62}\.)+[a-z\d-]{2,63}$/i, {
    error: 'must be a domain, such as example.org',
  })

/** What may be set about mail. */
export const mailSettings = {
  SMTP_URL: z
    .string()
    .refine(isSmtpUrl, {
      error: 'must look like smtp://name:password@mail.example.org:587 or smtps://…:465',
    })
    .optional()
    .describe(
      'The mail server, such as smtp://name:password@mail.example.org:587 (STARTTLS) or smtps://…:465. Without it, mails are files in DATA_DIR/mail.',
    ),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\p{Cc}]{1,100} <[^\s<>@\p{Cc}]{1,64}@[^\s<>@\p{Cc}]{1,253}>|[^\s<>@\p{Cc}]{1,64}@[^\s<>@\p{Cc}]{1,253})$/u,
      {
        error: 'must be an address, such as alerts@example.org or Trialway <alerts@example.org>',
      },
    )
    .optional()
    .describe('Who mail comes from, such as Trialway <alerts@example.org>. Needed with SMTP_URL.'),
  MAIL_PER_SECOND: wholeNumber(0, 100_000)
    .default(20)
    .describe('At most so many mails a second go to the mail server. 0 is no limit.'),
  MAIL_PER_SECOND_PER_DOMAIN: wholeNumber(0, 100_000)
    .default(5)
    .describe('At most so many mails a second go to addresses of one domain. 0 is no limit.'),
  MAIL_ASKED_PER_MINUTE: wholeNumber(0, 6_000_000)
    .default(240)
    .describe(
      'At most so many mails a minute that any visitor can cause (questions, ways to alerts) go out. The rest waits. 0 is no limit.',
    ),
  MAIL_ASKED_PER_MINUTE_PER_DOMAIN: wholeNumber(0, 6_000_000)
    .default(120)
    .describe('Of these, at most so many a minute go to addresses of one domain. 0 is no limit.'),
  MAIL_CONNECTIONS: wholeNumber(1, 64)
    .default(4)
    .describe('How many connections to the mail server are used at once.'),
  MAIL_DKIM_DOMAIN: domain()
    .optional()
    .describe('The domain that mail is signed for (DKIM), with the two settings below.'),
  MAIL_DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z\d](?:[a-z\d.-]{0,61}[a-z\d])?$/i, { error: 'must be a name, such as mail2026' })
    .optional()
    .describe('The name under which the public key is in the DNS: NAME._domainkey.DOMAIN.'),
  MAIL_DKIM_KEY_FILE: z
    .string()
    .optional()
    .describe('The file with the private RSA key, in PEM form.'),
  MAIL_BOUNCE_DOMAIN: domain()
    .optional()
    .describe(
      'Mail that cannot be delivered comes back to bounce+…@ this domain. Without it, it comes back to MAIL_FROM.',
    ),
  MAIL_BOUNCES: z
    .string()
    .optional()
    .describe(
      'The mailbox where it comes back to: a Maildir folder or an mbox file. It is read, never changed.',
    ),
  MAIL_HOOK_SECRET: z
    .string()
    .min(16, { error: 'must be at least 16 characters' })
    .optional()
    .describe(
      'Lets a mail server hand in what came back by POST /hooks/mail, signed with this secret.',
    ),
} as const

/** The settings about mail as they are read, before they are put in shape. */
export type MailRead = z.infer<z.ZodObject<typeof mailSettings>>

/** The settings about mail in shape. Without `MAIL_FROM`, mail comes from the host of the address that people use. */
export function mailConfigOf(read: MailRead, baseUrl: string): MailConfig {
  const { MAIL_DKIM_DOMAIN, MAIL_DKIM_SELECTOR, MAIL_DKIM_KEY_FILE } = read
  return {
    ...(read.SMTP_URL && { smtpUrl: read.SMTP_URL }),
    mailFrom: read.MAIL_FROM ?? `Trialway <trialway@${new URL(baseUrl).hostname}>`,
    mailPerSecond: read.MAIL_PER_SECOND,
    mailPerSecondPerDomain: read.MAIL_PER_SECOND_PER_DOMAIN,
    mailAskedPerMinute: read.MAIL_ASKED_PER_MINUTE,
    mailAskedPerMinutePerDomain: read.MAIL_ASKED_PER_MINUTE_PER_DOMAIN,
    mailConnections: read.MAIL_CONNECTIONS,
    ...(MAIL_DKIM_DOMAIN &&
      MAIL_DKIM_SELECTOR &&
      MAIL_DKIM_KEY_FILE && {
        dkim: {
          domain: MAIL_DKIM_DOMAIN,
          selector: MAIL_DKIM_SELECTOR,
          keyFile: resolve(MAIL_DKIM_KEY_FILE),
        },
      }),
    ...(read.MAIL_BOUNCE_DOMAIN && { mailBounceDomain: read.MAIL_BOUNCE_DOMAIN }),
    ...(read.MAIL_BOUNCES && { mailBounces: resolve(read.MAIL_BOUNCES) }),
    ...(read.MAIL_HOOK_SECRET && { mailHookSecret: read.MAIL_HOOK_SECRET }),
  }
}

/** Settings that make sense alone and not together. */
export function mailProblems(read: MailRead): string[] {
  const dkim = [read.MAIL_DKIM_DOMAIN, read.MAIL_DKIM_SELECTOR, read.MAIL_DKIM_KEY_FILE]
  const given = dkim.filter((value) => value !== undefined).length
  return [
    ...(read.SMTP_URL !== undefined && read.MAIL_FROM === undefined
      ? ['MAIL_FROM must be set where SMTP_URL is.']
      : []),
    ...(given > 0 && given < dkim.length
      ? ['MAIL_DKIM_DOMAIN, MAIL_DKIM_SELECTOR and MAIL_DKIM_KEY_FILE must be set together.']
      : []),
  ]
}

function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && !url.hash
}
