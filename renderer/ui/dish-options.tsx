import { ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { DishSummary } from '../../electron/api/records.ts';

/** The dishes that a field finds, below it. */
export function DishOptions() {
  return (
    <Popover className="pop">
      <ListBox<DishSummary>>
        {(dish) => (
          <ListBoxItem id={dish.key} textValue={dish.name}>
            {dish.name}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
