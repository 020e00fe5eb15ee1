-- What a button collected is less what was given back of it; until now refunds did not count. See db/README.md.

update buttons
join (
  select
    button_id,
    sum(amount_refunded) as given_back
  from checkouts
  where button_id is not null
    and amount_refunded > 0
  group by button_id
) returned on returned.button_id = buttons.id
set buttons.collected = buttons.collected - returned.given_back;
