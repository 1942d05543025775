import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { toggleLanguage } from './i18n.ts';
import { Icon } from './icon.tsx';
import { areShortcutsOn, toggleShortcuts } from './shortcuts.ts';
import { sharedTexts } from './texts.ts';
import { theme, toggleTheme } from './theme.ts';

interface TopBarProps {
  title: string;
  /** Beside the title. */
  status: ComponentChildren;
  /** In the middle: a search, or the tabs of the views. */
  children: ComponentChildren;
  /** Before the buttons of theme and language. */
  tools?: ComponentChildren;
}

export function TopBar({ title, status, children, tools }: TopBarProps) {
  const t = sharedTexts.value;
  return (
    <header class="top">
      <a class="skip button primary" href="#content" onClick={skipToContent}>
        {t.skip}
      </a>
      <div class="brand">
        <span class="mark" aria-hidden="true" />
        <h1>{title}</h1>
        {status}
      </div>
      {children}
      <div class="tools">
        {tools}
        <Button
          icon
          aria-label={`${t.theme} (${t.themes[theme.value]})`}
          title={`${t.theme} (${t.themes[theme.value]})`}
          onClick={toggleTheme}
        >
          <Icon name="theme" />
        </Button>
        <Button class="language" icon aria-label={t.language} onClick={toggleLanguage}>
          {t.otherLanguage}
        </Button>
      </div>
    </header>
  );
}

/** Below the page: the keys that it knows, and the switch for them. */
export function KeyBar({ keys }: { keys: readonly (readonly [key: string, what: string])[] }) {
  const t = sharedTexts.value;
  const isOn = areShortcutsOn.value;
  return (
    <footer class="keys">
      {isOn && (
        <ul>
          {keys.map(([key, what]) => (
            <li key={key}>
              <kbd>{key}</kbd> {what}
            </li>
          ))}
        </ul>
      )}
      <Button small kind="quiet" onClick={toggleShortcuts}>
        {isOn ? t.shortcutsOn : t.shortcutsOff}
      </Button>
    </footer>
  );
}

/** The address behind `#` is the route, so the link moves the focus itself. */
function skipToContent(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
