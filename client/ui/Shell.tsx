import type { ComponentChildren } from 'preact'
import { Mark } from './Mark.tsx'
import { localPath, usePage, usePath } from './page.ts'

interface ShellProps {
  /** The page shows an invented force: say so on every such page. */
  invented: boolean
  /** The page fills the window and brings its own columns: the map, the first page. */
  wide: boolean
  /** A page of the team's own, and who is signed in. */
  manage?: { name: string } | undefined
  /** There is no such page in Welsh to lead to. */
  isEnglishOnly: boolean
  children: ComponentChildren
}

/** The frame of every page: skip link, header, the invented-place banner, main content, footer. */
export function Shell({ invented, wide, manage, isEnglishOnly, children }: ShellProps) {
  const { t } = usePage()
  return (
    <>
      <a class="govuk-skip-link" href="#content" data-module="govuk-skip-link">
        {t('common:skipToContent')}
      </a>
      {manage ? <ManageHeader name={manage.name} /> : <Header isEnglishOnly={isEnglishOnly} />}
      {invented && <InventedBanner />}
      {wide ? (
        <main class="patch-wide" id="content" tabIndex={-1}>
          {children}
        </main>
      ) : (
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper" id="content" tabIndex={-1}>
            {children}
          </main>
        </div>
      )}
      <Footer isSignedIn={manage !== undefined} />
    </>
  )
}

function Header({ isEnglishOnly }: { isEnglishOnly: boolean }) {
  const { t, language, path } = usePage()
  const to = usePath()
  const other = language === 'en' ? 'cy' : 'en'
  const onMap = /^\/map(\?|$)/.test(path)
  return (
    <header class="patch-header">
      <div class="patch-header__row govuk-width-container">
        <a class="patch-header__name" href={to('/')}>
          <Mark />
          {t('common:serviceName')}
        </a>
        <nav aria-label={t('common:mainNavigation')}>
          <ul class="patch-header__links">
            <li>
              <a href={to('/')} {...(path === '/' ? { 'aria-current': 'page' as const } : {})}>
                {t('common:find')}
              </a>
            </li>
            <li>
              <a href={to('/map')} {...(onMap ? { 'aria-current': 'page' as const } : {})}>
                {t('common:map')}
              </a>
            </li>
            {!isEnglishOnly && (
              <li>
                <a href={localPath(other, path)} lang={other} hreflang={other} rel="alternate">
                  {t('common:otherLanguage')}
                </a>
              </li>
            )}
          </ul>
        </nav>
      </div>
    </header>
  )
}

/** The frame of a team's own pages. They are in English only. */
function ManageHeader({ name }: { name: string }) {
  return (
    <header class="patch-header">
      <div class="patch-header__row govuk-width-container">
        <a class="patch-header__name" href="/manage">
          <Mark />
          Our Patch
        </a>
        <nav aria-label="Your pages">
          <ul class="patch-header__links">
            <li>
              <a href="/manage">Your places</a>
            </li>
            <li>
              <a href="/manage/account">{name}</a>
            </li>
            <li>
              <form method="post" action="/sign-out">
                <button type="submit" class="patch-header__button">
                  Sign out
                </button>
              </form>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  )
}

function InventedBanner() {
  const { t } = usePage()
  const to = usePath()
  return (
    <aside class="patch-invented" aria-label={t('common:inventedPlace')}>
      <p class="govuk-width-container">
        <strong>{t('common:inventedPlace')}</strong> {t('common:inventedPlaceExplained')}{' '}
        <a href={to('/about-the-data#load')}>{t('common:inventedPlaceLoad')}</a>
      </p>
    </aside>
  )
}

function Footer({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = usePage()
  const to = usePath()
  return (
    <footer class="patch-footer">
      <div class="govuk-width-container">
        <p class="patch-footer__emergency">{t('common:emergency')}</p>
        <nav aria-label={t('common:footerLabel')}>
          <ul class="patch-footer__links">
            <li>
              <a href={to('/about-the-data')}>{t('common:aboutTheData')}</a>
            </li>
            <li>
              <a href={to('/about-the-data#load')}>{t('common:loadForce')}</a>
            </li>
            <li>
              <a href={to('/recount')}>{t('common:recount')}</a>
            </li>
            {!isSignedIn && (
              <li>
                <a href="/sign-in">{t('common:teamSignIn')}</a>
              </li>
            )}
          </ul>
        </nav>
        <p>{t('common:licence')}</p>
      </div>
    </footer>
  )
}
