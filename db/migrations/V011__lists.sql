-- Lists of transfers, and idempotency keys of calls that take more than one transaction. See db/README.md.

create table unposted_transfers (
  transfer_id bigint not null comment 'a hold; the row goes when it is posted, and stays when it ends otherwise',
  account_id  bigint not null comment 'of its sender, or of its recipient where that is known',
  primary key (transfer_id, account_id),
  key unposted_transfers_account_ix (account_id, transfer_id)
);

insert into unposted_transfers (transfer_id, account_id)
select
  id,
  debit_account_id
from transfers
where expires_at is not null
  and state <> 'posted'
union all
select
  id,
  credit_account_id
from transfers
where expires_at is not null
  and state <> 'posted'
  and credit_account_id is not null;

alter table idempotency_records
  modify status smallint not null default 0 comment 'of the answer; 0 while there is none: the key is reserved for that body';
