-- The audit: the point up to which the ledger was verified, the sums below it, and what the last audits found.

create table audit_points (
  id          tinyint     not null comment 'one row, 1',
  below_key   bigint      null comment 'entries with smaller keys are in audit_balances; null until a whole audit has passed',
  verified_at datetime(6) null comment 'when the point was last carried forward',
  due_at      datetime(6) not null comment 'when the next audit may start; moved on by whichever node starts it',
  primary key (id)
);

insert into audit_points (id, due_at) values (1, '2026-01-01 00:00:00');

create table audit_balances (
  account_id bigint not null,
  total      bigint not null comment 'sum of the entries below the point',
  chain      bigint not null comment 'what they add to the chain of balances',
  primary key (account_id)
);

create table audit_results (
  scope       enum('whole', 'since') not null comment 'since: from the verified point on',
  started_at  datetime(6)   not null,
  finished_at datetime(6)   not null,
  entries     bigint        not null comment 'how many were read',
  violations  bigint        not null comment '0 where all claims hold',
  report      varchar(4000) not null comment 'the claims that do not hold, and some of the rows',
  primary key (scope)
);
