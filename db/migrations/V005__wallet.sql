-- The wallet: cash that waits for someone who has no wallet yet. See db/README.md.

create table invitations (
  transfer_id      bigint         not null comment 'the hold; its state says whether it still waits',
  debit_account_id bigint         not null,
  token_hash       binary(32)     not null comment 'of what stands in the link',
  sealed_token     varbinary(128) null comment 'encrypted, for the sender to see again; gone once it ended',
  email            varchar(254)   not null,
  created_at       datetime(6)    not null,
  ended_at         datetime(6)    null,
  primary key (transfer_id),
  constraint invitations_token_uk unique (token_hash),
  constraint invitations_ended_ck check ((ended_at is null) = (sealed_token is not null)),
  key invitations_debit_ix (debit_account_id, transfer_id)
);
