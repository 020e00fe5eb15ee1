-- The last fifty entries of the wallet with that handle, newest first.
set @handle = 'payer';

select
  entries.created_at,
  transfers.kind,
  entries.amount / 10000 as amount,
  entries.balance_after / 10000 as balance_after,
  transfers.message
from profiles
join accounts on accounts.owner_id = profiles.id
  and accounts.type = 'wallet'
  and accounts.asset = 'USD'
join entries on entries.account_id = accounts.id
join transfers on transfers.id = entries.transfer_id
where profiles.handle = @handle
order by entries.id desc
limit 50;
