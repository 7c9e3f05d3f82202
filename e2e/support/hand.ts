import type { Locator, Page } from 'playwright-core';

/** How a person works a page: the same walk must be possible by mouse and by keyboard alone. */
export interface Hand {
  readonly name: 'mouse' | 'keyboard';
  press(target: Locator): Promise<void>;
  fill(field: Locator, text: string): Promise<void>;
  /** Chooses the option whose label begins so. */
  choose(list: Locator, label: string): Promise<void>;
}

/** Presses with the mouse, and types. */
export function createMouse(): Hand {
  return {
    name: 'mouse',
    press: (target) => target.click(),
    fill: (field, text) => field.fill(text),
    choose: async (list, label) => {
      const option = list.locator('option').filter({ hasText: new RegExp(`^${label}`) });
      await list.selectOption(await option.first().getAttribute('value'));
    },
  };
}

const spacePressed = new Set(['switch', 'checkbox', 'radio']);
const mostStops = 200;

/** Never touches the mouse: goes by Tab, presses by Enter or the space bar, chooses by typing. */
export function createKeyboard(page: Page): Hand {
  const goTo = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let stop = 0; stop < mostStops; stop += 1) {
      if ((await target.locator(':scope:focus').count()) === 1) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${String(target)}.`);
  };
  return {
    name: 'keyboard',
    press: async (target) => {
      await goTo(target);
      const role = (await target.getAttribute('role')) ?? (await target.getAttribute('type')) ?? '';
      await page.keyboard.press(spacePressed.has(role) ? 'Space' : 'Enter');
    },
    fill: async (field, text) => {
      await goTo(field);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
    choose: async (list, label) => {
      await goTo(list);
      await page.keyboard.type(label);
    },
  };
}
