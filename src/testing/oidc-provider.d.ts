/** The part of oidc-provider that the tests use; the package brings no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  /** A request as it passes through, and its answer once `next` is over. */
  export interface ProviderContext {
    readonly path: string
    status: number
    body: unknown
  }
  export class Provider {
    constructor(issuer: string, configuration: object)
    proxy: boolean
    use(middleware: (context: ProviderContext, next: () => Promise<void>) => Promise<void>): this
    callback(): RequestListener
    readonly Grant: new (of: { accountId: string; clientId: string }) => {
      addOIDCScope(scope: string): void
      save(): Promise<string>
    }
  }
}
