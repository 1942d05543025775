import { render } from 'preact';
import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/controls.css';
import '../shared/frame.css';
import './console.css';
import { startLanguage } from '../shared/i18n.ts';
import { startRoute } from '../shared/route.ts';
import { startShortcuts } from '../shared/shortcuts.ts';
import { startTheme } from '../shared/theme.ts';
import { App } from './app.tsx';
import { startConsole } from './console.ts';

startTheme();
startLanguage();
startShortcuts();
startRoute();
startConsole();
render(<App />, document.body);
